/** Tests of lines and versions. */
@NullMarked
package com.aicashevolution.model;

import org.jspecify.annotations.NullMarked;
