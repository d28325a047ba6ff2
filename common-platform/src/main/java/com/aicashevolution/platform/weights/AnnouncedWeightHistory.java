package com.aicashevolution.platform.weights;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.notice.Notice;
import java.util.List;
import java.util.Optional;

/** Tells the other processes of every change, after it is committed. Thread-safe. */
public final class AnnouncedWeightHistory implements WeightHistory {

  private final WeightHistory history;
  private final Announcer announcer;

  public AnnouncedWeightHistory(WeightHistory history, Announcer announcer) {
    this.history = history;
    this.announcer = announcer;
  }

  @Override
  public Optional<WeightsRecord> store(Draft draft, String actor) {
    return announced(history.store(draft, actor));
  }

  @Override
  public Optional<WeightsRecord> reset(
      ModelLine line, Timeframe timeframe, String actor, String reason) {
    return announced(history.reset(line, timeframe, actor, reason));
  }

  private Optional<WeightsRecord> announced(Optional<WeightsRecord> changed) {
    changed.ifPresent(weights -> announcer.announce(new Notice.WeightsChanged()));
    return changed;
  }

  @Override
  public List<WeightsRecord> active() {
    return history.active();
  }

  @Override
  public List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit) {
    return history.newest(line, timeframe, limit);
  }
}
