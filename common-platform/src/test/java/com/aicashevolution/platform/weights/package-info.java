/** Tests of the weights in force and of what they may do. */
@NullMarked
package com.aicashevolution.platform.weights;

import org.jspecify.annotations.NullMarked;
