/** The filter chain, the advice and the strict reader together, as a caller meets them. */
@NullMarked
package com.aicashevolution.platform.door;

import org.jspecify.annotations.NullMarked;
