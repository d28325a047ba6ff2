/** Tests of the serving kernel, against plain double-precision formulas and its own scalar twin. */
@NullMarked
package com.aicashevolution.lstm;

import org.jspecify.annotations.NullMarked;
