/** The inference inferenceprocess. */
@NullMarked
package com.aicashevolution.inference;

import org.jspecify.annotations.NullMarked;
