/** The picture, painted by XChart without a screen. */
@NullMarked
package com.aicashevolution.trainer.backtest.report.xchart;

import org.jspecify.annotations.NullMarked;
