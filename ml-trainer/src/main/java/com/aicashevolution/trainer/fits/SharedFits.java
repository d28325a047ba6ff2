package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.fits.FitStore.FitState;
import com.aicashevolution.trainer.fits.FitStore.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the fits of a run among all replicas, this one included: puts them into the store, offers
 * them, and waits. It never fits itself, so a run whose coordinator vanished goes on with what the
 * store has. Thread-safe.
 */
public final class SharedFits implements FitPool {

  private static final Logger LOG = LoggerFactory.getLogger(SharedFits.class);

  /** Time between two looks at what others did; what this process did is seen at once. */
  private static final long LOOK_MILLIS = 250;

  /** Looks between two offers of what nobody has finished, should an offer have been lost. */
  private static final int LOOKS_PER_OFFER = 40;

  private final FitStore store;
  private final FitDispatcher dispatcher;
  private final RunDataCache runs;
  private final FinishedHere finishedHere;

  public SharedFits(
      FitStore store, FitDispatcher dispatcher, RunDataCache runs, FinishedHere finishedHere) {
    this.store = store;
    this.dispatcher = dispatcher;
    this.runs = runs;
    this.finishedHere = finishedHere;
  }

  @Override
  public List<FitResult> run(String trainingId, RunData data, List<FitOrder> orders, FitWatch watch)
      throws InterruptedException {
    runs.keep(trainingId, data);
    store.post(trainingId, orders);
    Map<Integer, FitOrder> byNumber =
        orders.stream().collect(Collectors.toMap(FitOrder::number, Function.identity()));
    for (int look = 0; !watch.cancelled(); look++) {
      Optional<List<FitState>> states = look(trainingId, byNumber, watch);
      if (states.isPresent()) {
        if (states.get().stream().allMatch(fit -> fit.state() == State.DONE)) {
          return orders.stream()
              .map(order -> store.result(new FitRef(trainingId, order.number())))
              .toList();
        }
        if (look % LOOKS_PER_OFFER == 0) {
          offer(trainingId, states.get());
        }
      }
      finishedHere.await(LOOK_MILLIS);
    }
    return orders.stream().<FitResult>map(_ -> new FitResult.Cancelled()).toList();
  }

  private Optional<List<FitState>> look(
      String trainingId, Map<Integer, FitOrder> orders, FitWatch watch) {
    List<FitState> states;
    try {
      states =
          store.states(trainingId).stream()
              .filter(fit -> orders.containsKey(fit.number()))
              .toList();
    } catch (RuntimeException e) {
      LOG.warn("event=fits_unseen training_id={} error={}", trainingId, e.toString());
      return Optional.empty();
    }
    for (FitState fit : states) {
      FitOrder order = orders.get(fit.number());
      if (fit.state() == State.FAILED) {
        throw new IllegalStateException(
            "fit " + new FitRef(trainingId, fit.number()) + " failed: " + fit.message());
      }
      if (order != null && fit.progress() != null) {
        watch.progressed(order, fit.progress());
      }
    }
    return Optional.of(states);
  }

  private void offer(String trainingId, List<FitState> states) {
    dispatcher.dispatch(
        states.stream()
            .filter(fit -> fit.state() != State.DONE)
            .map(fit -> new FitRef(trainingId, fit.number()))
            .toList());
  }
}
