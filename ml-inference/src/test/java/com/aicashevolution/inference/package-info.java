/** What the tests of several packages share: a clock that is set by hand. */
@NullMarked
package com.aicashevolution.inference;

import org.jspecify.annotations.NullMarked;
