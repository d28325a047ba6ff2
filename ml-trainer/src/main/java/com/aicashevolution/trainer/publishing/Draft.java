package com.aicashevolution.trainer.publishing;

import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.model.ModelManifest.TrainingData;
import com.aicashevolution.trainer.attribution.AttributedNetwork;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.WarmStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged network before it has a version.
 *
 * @param origin where it comes from
 * @param network the weights
 * @param attributed what it uses
 * @param drift what it will be watched against
 * @param checkWindows standardized windows of the holdout, row-major {@code [n, 20, 17]}, on which
 *     serving must agree with the library before anything is published
 */
public record Draft(
    Origin origin,
    Architecture architecture,
    Standardizer standardizer,
    TemperatureScaling calibration,
    FittedNetwork network,
    Judged judged,
    AttributedNetwork attributed,
    DriftReferences drift,
    float[] checkWindows) {

  /**
   * What was found about it.
   *
   * @param report of its seed out of fold
   * @param walkForward every seed, every fold, the holdout
   */
  public record Judged(
      EvaluationReport report, WalkForwardReport walkForward, GateVerdict verdict) {}

  /**
   * Where a network comes from.
   *
   * @param symbols it was trained on
   * @param simulated whether on a simulated market
   * @param warmStart where its fits began; null for random weights
   */
  public record Origin(
      ModelLine line,
      Timeframe timeframe,
      List<Symbol> symbols,
      boolean simulated,
      LabelSpec label,
      TrainingData data,
      String trainingId,
      @Nullable WarmStart warmStart) {

    public Origin {
      symbols = List.copyOf(symbols);
    }
  }
}
