/** Tests of reading bars from delimited text. */
@NullMarked
package com.aicashevolution.api.marketdata.csv;

import org.jspecify.annotations.NullMarked;
