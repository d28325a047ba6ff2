/** Candles and indicators over HTTP. */
@NullMarked
package com.aicashevolution.api.marketdata.web;

import org.jspecify.annotations.NullMarked;
