package com.aicashevolution.inference.tensor.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request as it was posted.
 *
 * @param outputs those asked for by name; empty for all of them
 */
record PostedRequest(
    @Nullable String id,
    @Nullable String modelName,
    boolean binaryOutput,
    List<PostedTensor> inputs,
    List<PostedOutput> outputs) {

  /**
   * An output that is asked for.
   *
   * @param binary null where the request as a whole decides
   */
  record PostedOutput(@Nullable String name, @Nullable Boolean binary) {}
}
