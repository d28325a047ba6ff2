package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Exchange;
import com.aicashevolution.localstack.load.Latencies;
import java.util.List;
import java.util.Locale;

/**
 * What swaps did to latency.
 *
 * @param steady of requests that were due while nothing moved, before the swaps and after
 * @param swapping of requests that were due while swaps went on
 * @param first of requests that were due during the first swaps
 * @param last of requests that were due during the last swaps
 * @param loads from the wish to the first answer by a version that was not in memory
 */
record SwapFigures(
    Latencies steady, Latencies swapping, Latencies first, Latencies last, Latencies loads) {

  /** When what was measured, by {@link System#nanoTime()}. */
  record Phases(long steady, long swapping, long after, long end) {}

  static SwapFigures of(
      List<Exchange> exchanges, List<SwapDriver.Move> moves, Phases phases, int compared) {
    return new SwapFigures(
        Latencies.of(
            exchanges.stream()
                .filter(
                    exchange ->
                        within(exchange, phases.steady(), phases.swapping())
                            || within(exchange, phases.after(), phases.end()))
                .toList()),
        between(exchanges, phases.swapping(), phases.after()),
        between(exchanges, moves.getFirst().begun(), moves.get(compared - 1).seen()),
        between(exchanges, moves.get(moves.size() - compared).begun(), moves.getLast().seen()),
        Latencies.of(
            moves.stream()
                .filter(SwapDriver.Move::loads)
                .mapToLong(move -> move.seen() - move.begun())
                .toArray()));
  }

  private static Latencies between(List<Exchange> exchanges, long from, long to) {
    return Latencies.of(exchanges.stream().filter(each -> within(each, from, to)).toList());
  }

  private static boolean within(Exchange exchange, long from, long to) {
    return exchange.due() >= from && exchange.due() < to;
  }

  double p99Ratio() {
    return swapping.millisAt(0.99) / steady.millisAt(0.99);
  }

  /** By the median: of a hundred swaps' requests the tail is chance. */
  double creep() {
    return last.millisAt(0.5) / first.millisAt(0.5);
  }

  String describe() {
    return String.format(
        Locale.ROOT,
        "steady p50 %.1f p99 %.1f ms, swapping p50 %.1f p99 %.1f ms; a version that was not in"
            + " memory serves after %.0f ms (p50), %.0f ms (p99), from the operator's request",
        steady.millisAt(0.5),
        steady.millisAt(0.99),
        swapping.millisAt(0.5),
        swapping.millisAt(0.99),
        loads.millisAt(0.5),
        loads.millisAt(0.99));
  }
}
