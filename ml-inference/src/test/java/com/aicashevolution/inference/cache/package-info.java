/** Tests of the prediction cache over levels in memory. */
@NullMarked
package com.aicashevolution.inference.cache;

import org.jspecify.annotations.NullMarked;
