/** Tests of candles, calendars and resampling, and the random markets other tests are run on. */
@NullMarked
package com.aicashevolution.market;

import org.jspecify.annotations.NullMarked;
