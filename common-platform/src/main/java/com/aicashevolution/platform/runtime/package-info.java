/** What a process has from its machine: time and randomness, and nobody takes them elsewhere. */
@NullMarked
package com.aicashevolution.platform.runtime;

import org.jspecify.annotations.NullMarked;
