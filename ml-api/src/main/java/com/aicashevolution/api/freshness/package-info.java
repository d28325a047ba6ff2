/** How old the candles are: the first thing to look at when signals stop. */
@NullMarked
package com.aicashevolution.api.freshness;

import org.jspecify.annotations.NullMarked;
