/** Tests of the triple barrier. */
@NullMarked
package com.aicashevolution.label;

import org.jspecify.annotations.NullMarked;
