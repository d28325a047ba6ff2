/** Load as users make it: outside the build's tests, run by {@code ./ml load}. */
@NullMarked
package com.aicashevolution.load;

import org.jspecify.annotations.NullMarked;
