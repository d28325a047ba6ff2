/** Tests of the trade rules. */
@NullMarked
package com.aicashevolution.trade;

import org.jspecify.annotations.NullMarked;
