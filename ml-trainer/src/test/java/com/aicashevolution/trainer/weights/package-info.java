/** Tests of the weights' optimizer, by simulation where the claim is statistical. */
@NullMarked
package com.aicashevolution.trainer.weights;

import org.jspecify.annotations.NullMarked;
