package com.aicashevolution.drift.simulation;

/**
 * What replaying markets found; trials of different markets add up.
 *
 * @param symbolQuarters quarters replayed without drift, over all symbols
 * @param checks made in them
 * @param alarmingChecks checks that called drift
 * @param falseAlarms alarms: checks that called drift while the check before did not
 * @param distributionAlarms false alarms of the distributions, alone or together with volatility
 * @param doublings times volatility was doubled
 * @param detected how many of them were noticed within a day of bars
 * @param barsToDetection sum over the detected ones of the bars it took, the first counted as 1
 */
public record DriftTrial(
    double symbolQuarters,
    int checks,
    int alarmingChecks,
    int falseAlarms,
    int distributionAlarms,
    int doublings,
    int detected,
    long barsToDetection) {

  /** Nothing replayed. */
  public static final DriftTrial NONE = new DriftTrial(0, 0, 0, 0, 0, 0, 0, 0);

  public DriftTrial plus(DriftTrial other) {
    return new DriftTrial(
        symbolQuarters + other.symbolQuarters,
        checks + other.checks,
        alarmingChecks + other.alarmingChecks,
        falseAlarms + other.falseAlarms,
        distributionAlarms + other.distributionAlarms,
        doublings + other.doublings,
        detected + other.detected,
        barsToDetection + other.barsToDetection);
  }

  /** False alarms per symbol and quarter; 0 where nothing was replayed. */
  public double falseAlarmsPerSymbolQuarter() {
    return symbolQuarters == 0 ? 0 : falseAlarms / symbolQuarters;
  }

  /** Share of doublings noticed in time; 0 where there were none. */
  public double detectedShare() {
    return doublings == 0 ? 0 : (double) detected / doublings;
  }

  /** Mean bars to a detection; 0 where there was none. */
  public double meanBarsToDetection() {
    return detected == 0 ? 0 : (double) barsToDetection / detected;
  }
}
