/** Tests of the way from candles to standardized windows. */
@NullMarked
package com.aicashevolution.feature;

import org.jspecify.annotations.NullMarked;
