/** The newest answer of every symbol, and any answer that was ever given. */
@NullMarked
package com.aicashevolution.api.signals;

import org.jspecify.annotations.NullMarked;
