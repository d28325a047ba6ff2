package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;

/** What came of loading a version. */
public sealed interface LoadResult {

  /** Verified and warm. */
  record Loaded(ServingModel model) implements LoadResult {}

  /** The artifact cannot be trusted. */
  record Refused(Refusal refusal) implements LoadResult {}

  /** The registry has no such version. */
  record Unknown(ModelVersion version) implements LoadResult {}

  /** The gate refused it and no operator forced it. */
  record Rejected(ModelRecord model) implements LoadResult {}

  /** Registry or artifact store did not answer; nothing is known against the version. */
  record Unreachable(ModelVersion version, String detail) implements LoadResult {}
}
