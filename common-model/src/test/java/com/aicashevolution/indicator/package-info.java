/** Tests of the indicator kernels against references written from the papers and against TA-Lib. */
@NullMarked
package com.aicashevolution.indicator;

import org.jspecify.annotations.NullMarked;
