/** Tests of {@code attribution}. */
@NullMarked
package com.aicashevolution.attribution;

import org.jspecify.annotations.NullMarked;
