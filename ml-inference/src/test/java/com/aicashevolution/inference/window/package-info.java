/** Tests of windows, on candles that are the same in every run. */
@NullMarked
package com.aicashevolution.inference.window;

import org.jspecify.annotations.NullMarked;
