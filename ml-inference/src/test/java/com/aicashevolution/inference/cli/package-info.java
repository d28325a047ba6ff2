@NullMarked
package com.aicashevolution.inference.cli;

import org.jspecify.annotations.NullMarked;
