/** Tests of the metrics against published worked examples and numbers computed by hand. */
@NullMarked
package com.aicashevolution.evaluation;

import org.jspecify.annotations.NullMarked;
