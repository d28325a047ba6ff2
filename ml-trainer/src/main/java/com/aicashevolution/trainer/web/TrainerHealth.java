package com.aicashevolution.trainer.web;

import com.aicashevolution.platform.observability.ServiceHealth;
import com.aicashevolution.trainer.runs.CurrentRun;
import com.aicashevolution.trainer.runs.ReportedRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether this trainer trains now. */
@Component
final class TrainerHealth implements ServiceHealth {

  private final CurrentRun current;

  TrainerHealth(CurrentRun current) {
    this.current = current;
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    Optional<ReportedRun> running = current.running();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("is_training", running.isPresent());
    fields.put("current_training_id", running.map(ReportedRun::trainingId).orElse(null));
    return fields;
  }
}
