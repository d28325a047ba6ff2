/** Tests of predictions over fakes of everything outside the process. */
@NullMarked
package com.aicashevolution.inference.prediction;

import org.jspecify.annotations.NullMarked;
