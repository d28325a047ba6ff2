/** Tests of the command line. */
@NullMarked
package com.aicashevolution.api.marketdata.cli;

import org.jspecify.annotations.NullMarked;
