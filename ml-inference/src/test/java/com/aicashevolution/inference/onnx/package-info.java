@NullMarked
package com.aicashevolution.inference.onnx;

import org.jspecify.annotations.NullMarked;
