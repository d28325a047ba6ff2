/** Tests of the engine, with published versions made on the spot from random weights. */
@NullMarked
package com.aicashevolution.inference.engine;

import org.jspecify.annotations.NullMarked;
