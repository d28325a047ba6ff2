package com.aicashevolution.inference.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.engine.CandidateFinder;
import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ResultProblemsTest {

  private static final ModelVersion VERSION = new ModelVersion("v20261101_000001");

  private final EngineFixture engine = EngineFixture.loadingAtOnce();
  private final ResultProblems problems = new ResultProblems(new CandidateFinder(engine.registry));

  @Test
  void namesTheNewestCandidateAndWhyItsGateRefusedItWhereNobodyServes() {
    engine.registry.add(
        engine
            .publish("v20261101_000001", ModelLine.GLOBAL, 1)
            .withStatus(ModelStatus.REJECTED, SampleArtifact.REFUSED)
            .registered());

    Problem problem = noModel(new Resolution.NoChampion(Symbol.of("EURUSD"), Timeframe.H1));

    assertThat(problem.type()).isEqualTo(ProblemType.MODEL_NOT_SERVING);
    assertThat(problem.detail())
        .isEqualTo(
            "No champion serves EURUSD on H1; the newest candidate is v20261101_000001"
                + " (REJECTED): accuracy 0.40 is below 0.55");
    assertThat(problem.members().get("newest_candidate"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("model_version", VERSION)
        .containsEntry("reasons", List.of("accuracy 0.40 is below 0.55"));
  }

  @Test
  void saysThatNothingWasTrainedWhereThatIsSo() {
    assertThat(noModel(new Resolution.NoChampion(Symbol.of("EURUSD"), Timeframe.H1)).detail())
        .endsWith("none has been trained");
  }

  @Test
  void tellsEveryOtherReasonByItsOwnType() {
    assertThat(noModel(new Resolution.UnknownVersion(VERSION)).type())
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(noModel(new Resolution.Unreachable(VERSION)).type())
        .isEqualTo(ProblemType.UNAVAILABLE);
    SampleArtifact rejected =
        SampleArtifact.of(VERSION.value(), ModelLine.GLOBAL, 1)
            .withStatus(ModelStatus.REJECTED, SampleArtifact.REFUSED);
    Problem refusedByGate = noModel(new Resolution.RejectedVersion(rejected.registered()));
    assertThat(refusedByGate.type()).isEqualTo(ProblemType.MODEL_REJECTED);
    assertThat(refusedByGate.members())
        .containsEntry("reasons", List.of("accuracy 0.40 is below 0.55"));
    Problem damaged =
        noModel(
            new Resolution.RefusedVersion(
                new Refusal(VERSION, Refusal.Reason.FILE_HASH, "weights have another hash")));
    assertThat(damaged.type()).isEqualTo(ProblemType.MODEL_NOT_SERVING);
    assertThat(damaged.members()).containsEntry("reason", Refusal.Reason.FILE_HASH);
    assertThat(of(new PredictionResult.NoCandles()).type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(of(new PredictionResult.NotKept("the queue is full")).detail())
        .isEqualTo("The prediction could not be recorded: the queue is full");
    assertThat(of(new PredictionResult.Broken()).type()).isEqualTo(ProblemType.INTERNAL);
  }

  @Test
  void givesTheCountsWhereHistoryIsTooShort() {
    Problem problem =
        of(new PredictionResult.TooLittleHistory(new WindowFinding.NotEnoughHistory(7, 419)));

    assertThat(problem.type()).isEqualTo(ProblemType.NOT_ENOUGH_HISTORY);
    assertThat(problem.detail()).isEqualTo("EURUSD has 7 complete H1 candles, 419 are needed");
    assertThat(problem.members())
        .containsAllEntriesOf(Map.of("available_candles", 7, "required_candles", 419));
  }

  @Test
  void namesTheFieldWhereAVersionDoesNotFit() {
    engine.publish("v20261101_000002-GBPUSD", new ModelLine("GBPUSD"), 1);
    engine.registry.set(
        new ModelLine("GBPUSD"), new ModelVersion("v20261101_000002-GBPUSD"), null, null);
    engine.pool.refresh().join();
    ServingModel gbpusd = engine.pool.snapshot().principal().orElseThrow();

    Problem symbol = noModel(new Resolution.DoesNotFit(gbpusd));
    assertThat(symbol.members()).containsEntry("field", "model_version");
    Problem timeframe =
        problems
            .of(
                request("GBPUSD", Timeframe.M5),
                new PredictionResult.NoModel(new Resolution.DoesNotFit(gbpusd)))
            .orElseThrow();
    assertThat(timeframe.members()).containsEntry("field", "timeframe");
    assertThat(timeframe.detail())
        .isEqualTo("timeframe must be H1, the bars that v20261101_000002-GBPUSD reads");
  }

  private Problem noModel(Resolution why) {
    return of(new PredictionResult.NoModel(why));
  }

  private Problem of(PredictionResult result) {
    return problems.of(request("EURUSD", Timeframe.H1), result).orElseThrow();
  }

  private static PredictionRequest request(String symbol, Timeframe timeframe) {
    return new PredictionRequest(
        Symbol.of(symbol),
        timeframe,
        new WindowInput.Stored(),
        new ModelChoice.Champion(),
        true,
        "request-1",
        null);
  }
}
