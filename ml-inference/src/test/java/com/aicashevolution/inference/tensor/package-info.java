/** Tests of names, tensors and of what a name means. */
@NullMarked
package com.aicashevolution.inference.tensor;

import org.jspecify.annotations.NullMarked;
