package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One fit of one run, in memory; remembers what was done to it. */
final class FakeFitStore implements FitStore {

  final List<String> events = new ArrayList<>();
  private final FitOrder order;
  private final Briefing briefing;
  private final boolean wanted;

  /**
   * Creates the store.
   *
   * @param wanted what every beat hears
   */
  FakeFitStore(FitOrder order, Briefing briefing, boolean wanted) {
    this.order = order;
    this.briefing = briefing;
    this.wanted = wanted;
  }

  @Override
  public void post(String trainingId, List<FitOrder> orders) {
    throw new UnsupportedOperationException("the fit is there from the start");
  }

  @Override
  public Optional<Claimed> claim(FitRef fit, String replica, Instant at) {
    events.add("claimed by " + replica);
    return Optional.of(new Claimed(order, null, 0));
  }

  @Override
  public boolean beat(FitRef fit, String replica, @Nullable FitProgress progress) {
    return wanted;
  }

  @Override
  public void release(FitRef fit, String replica, String why) {
    events.add("released: " + why);
  }

  @Override
  public void finish(FitRef fit, FitResult result, Instant at) {
    events.add("finished");
  }

  @Override
  public void fail(FitRef fit, String why, Instant at) {
    events.add("failed: " + why);
  }

  @Override
  public List<FitState> states(String trainingId) {
    throw new UnsupportedOperationException("a worker looks at one fit");
  }

  @Override
  public FitResult result(FitRef fit) {
    throw new UnsupportedOperationException("a worker reads no results");
  }

  @Override
  public Briefing briefing(String trainingId) {
    return briefing;
  }
}
