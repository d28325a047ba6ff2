/** The trainer trainerprocess. */
@NullMarked
package com.aicashevolution.trainer;

import org.jspecify.annotations.NullMarked;
