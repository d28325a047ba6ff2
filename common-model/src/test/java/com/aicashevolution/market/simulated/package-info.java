/** Tests of the simulated market. */
@NullMarked
package com.aicashevolution.market.simulated;

import org.jspecify.annotations.NullMarked;
