/** Tests of candles on their way in. */
@NullMarked
package com.aicashevolution.api.marketdata;

import org.jspecify.annotations.NullMarked;
