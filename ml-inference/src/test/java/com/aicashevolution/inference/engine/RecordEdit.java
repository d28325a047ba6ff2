package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.platform.registry.ModelRecord;

/** Registry records with single fields changed. */
public final class RecordEdit {

  private RecordEdit() {}

  public static ModelRecord manifestSha256(ModelRecord model, String sha256) {
    return edit(model, model.status(), sha256);
  }

  public static ModelRecord status(ModelRecord model, ModelStatus status) {
    return edit(model, status, model.manifestSha256());
  }

  private static ModelRecord edit(ModelRecord model, ModelStatus status, String sha256) {
    return new ModelRecord(
        model.version(),
        model.line(),
        model.timeframe(),
        status,
        model.trainingId(),
        model.createdAt(),
        sha256,
        model.simulated(),
        model.report(),
        model.gate(),
        model.attribution());
  }
}
