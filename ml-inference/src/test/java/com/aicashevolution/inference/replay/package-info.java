@NullMarked
package com.aicashevolution.inference.replay;

import org.jspecify.annotations.NullMarked;
