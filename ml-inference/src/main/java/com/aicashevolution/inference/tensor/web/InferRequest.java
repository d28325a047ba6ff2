package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.tensor.WindowTensor;
import org.jspecify.annotations.Nullable;

/**
 * A legal request.
 *
 * @param id that the answer gives back
 * @param binaryAnswer whether the probabilities are wanted as bytes behind the JSON
 */
record InferRequest(@Nullable String id, WindowTensor windows, boolean binaryAnswer) {}
