/** The inference process. */
@NullMarked
package com.aicashevolution.inference;

import org.jspecify.annotations.NullMarked;
