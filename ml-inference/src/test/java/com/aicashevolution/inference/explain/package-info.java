@NullMarked
package com.aicashevolution.inference.explain;

import org.jspecify.annotations.NullMarked;
