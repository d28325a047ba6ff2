/** Baselines fitted by Tribuo; nothing else here knows that library. */
@NullMarked
package com.aicashevolution.trainer.training.baseline.tribuo;

import org.jspecify.annotations.NullMarked;
