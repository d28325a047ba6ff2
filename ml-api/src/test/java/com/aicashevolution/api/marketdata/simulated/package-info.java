/** Tests of loading and continuing the simulated market. */
@NullMarked
package com.aicashevolution.api.marketdata.simulated;

import org.jspecify.annotations.NullMarked;
