/** Calling another of our services: in whose name, how long, and what its refusals mean. */
@NullMarked
package com.aicashevolution.platform.upstream;

import org.jspecify.annotations.NullMarked;
