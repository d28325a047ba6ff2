package com.aicashevolution.inference.tensor.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input as it was posted, not yet held against what the model reads.
 *
 * @param data numbers within the JSON
 * @param binaryBytes how many bytes behind the JSON are its numbers instead
 */
record PostedTensor(
    @Nullable String name,
    @Nullable String datatype,
    @Nullable List<Integer> shape,
    @Nullable TensorData data,
    @Nullable Integer binaryBytes) {}
