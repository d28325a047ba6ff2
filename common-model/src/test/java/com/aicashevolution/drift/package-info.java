/** Tests of the drift statistics, against definitions and by simulation. */
@NullMarked
package com.aicashevolution.drift;

import org.jspecify.annotations.NullMarked;
