package com.aicashevolution.inference.tensor;

import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;
import java.util.Optional;

/** The one version that a name means, or why it means none. */
public sealed interface ModelResolution {

  /** This version answers. */
  record Serving(ServingModel model) implements ModelResolution {}

  /** Nothing here can have that name. */
  record UnknownModel(String name) implements ModelResolution {}

  /**
   * The model has no champion of its own.
   *
   * @param instead the champion that answers predictions for the line's symbols
   */
  record NoChampion(ModelName name, Optional<ModelName> instead) implements ModelResolution {}

  /** There is no such version of this model; it may be one of {@code other}. */
  record UnknownVersion(ModelName name, String version, Optional<ModelName> other)
      implements ModelResolution {}

  /** The gate refused the version. */
  record RejectedVersion(ModelRecord model) implements ModelResolution {}

  /** The version's artifact cannot be trusted. */
  record RefusedVersion(Refusal refusal) implements ModelResolution {}

  /** Registry or artifact store did not answer. */
  record Unreachable(ModelVersion version) implements ModelResolution {}
}
