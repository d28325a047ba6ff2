/** The second opinion: our indicators beside ta4j's. */
@NullMarked
package com.aicashevolution.indicator.ta4j;

import org.jspecify.annotations.NullMarked;
