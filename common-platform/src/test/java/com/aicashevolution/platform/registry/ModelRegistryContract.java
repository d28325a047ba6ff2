package com.aicashevolution.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult;
import com.aicashevolution.platform.registry.ModelRegistry.RolloutEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry does, whatever it keeps versions in. */
public abstract class ModelRegistryContract {

  protected static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  protected static final ModelLine GLOBAL = ModelLine.GLOBAL;
  private static final ModelLine FX_MAJOR = new ModelLine("fx-major");
  private static final ModelLine GBPUSD = new ModelLine("GBPUSD");

  protected ModelRegistry registry;

  /** A registry without any version. */
  protected abstract ModelRegistry emptyRegistry(Clock clock);

  @BeforeEach
  final void setUp() {
    registry = emptyRegistry(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  protected static ModelVersion version(int i) {
    return ModelVersion.at(NOW.plusSeconds(i), GLOBAL);
  }

  protected static ModelRecord trained(int i, ModelLine line, Timeframe timeframe, boolean passed) {
    ClassificationMetrics metrics =
        new ClassificationMetrics(
            300, 1.0 / 3, 0.5, 0.6, 1.05, 0.6, 0.02, List.of(List.of(1, 2), List.of(3, 4)));
    Instant created = NOW.plusSeconds(i);
    return new ModelRecord(
        ModelVersion.at(created, line),
        line,
        timeframe,
        ModelStatus.TRAINED,
        "training_20261121_020000",
        created,
        "ab".repeat(32),
        true,
        new EvaluationReport(
            metrics, Map.of("majority", metrics), new TradingMetrics(7, 0.5, 1.1, 0.05, 0.2)),
        GateVerdict.of(
            List.of(new GateCheck("min_accuracy", 0.5, 0.55, passed, "accuracy 0.5, needs 0.55"))),
        passed ? importance() : null);
  }

  /** ADX twice as much as any other; versions the gate refused stand for old ones without. */
  private static IndicatorImportance importance() {
    double[] shares = new double[IndicatorName.COUNT];
    Arrays.fill(shares, 1.0 / (IndicatorName.COUNT + 1));
    shares[0] *= 2;
    return new IndicatorImportance(IndicatorImportance.byName(shares), 64, 32, 128, -3, 1e-16);
  }

  protected ModelRecord register(int i, boolean passed) {
    return registry.register(trained(i, GLOBAL, Timeframe.H1, passed), "trainer");
  }

  protected PromotionResult promote(int i, int percentage) {
    return registry.promote(new PromotionRequest(version(i), percentage, "ann", false, null));
  }

  protected PromotionResult force(int i, int percentage, String reason) {
    return registry.promote(new PromotionRequest(version(i), percentage, "ann", true, reason));
  }

  protected ModelStatus status(int i) {
    return registry.find(version(i)).orElseThrow().status();
  }

  protected LineState line() {
    assertThat(registry.lines()).hasSize(1);
    return registry.lines().getFirst();
  }

  @Test
  void keepsEveryFieldOfAVersion() {
    ModelRecord trained = trained(1, GLOBAL, Timeframe.H1, true);

    ModelRecord registered = registry.register(trained, "trainer");

    assertThat(registered).isEqualTo(trained.with(ModelStatus.ACTIVE));
    assertThat(registry.find(trained.version())).contains(registered);
    assertThat(registry.find(version(2))).isEmpty();
  }

  @Test
  void announcesEveryChangeAndNoRefusal() {
    List<Notice> heard = new ArrayList<>();
    registry = new AnnouncedModelRegistry(registry, heard::add);

    register(1, true);
    register(2, true);
    promote(2, 100);
    assertThat(heard).hasSize(3).containsOnly(new Notice.LinesChanged());

    promote(9, 100);
    registry.rollback(version(9), "ann", null);
    assertThat(heard).hasSize(3);

    registry.rollback(version(2), "ann", null);
    assertThat(heard).hasSize(4);
  }

  @Test
  void makesTheFirstVersionThatPassedChampion() {
    register(1, true);

    assertThat(line())
        .isEqualTo(LineState.vacant(GLOBAL, Timeframe.H1, NOW).withChampion(version(1), NOW));
  }

  @Test
  void letsLaterVersionsChallengeAtTenPercentOneAfterTheOther() {
    register(1, true);
    register(2, true);
    assertThat(line().challenger()).isEqualTo(version(2));
    assertThat(line().challengerPercentage()).isEqualTo(10);

    register(3, true);

    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(line().challenger()).isEqualTo(version(3));
    assertThat(List.of(status(1), status(2), status(3)))
        .containsExactly(ModelStatus.ACTIVE, ModelStatus.RETIRED, ModelStatus.CANDIDATE);
  }

  @Test
  void keepsAVersionTheGateRefusedOutOfService() {
    assertThat(register(1, false).status()).isEqualTo(ModelStatus.REJECTED);

    assertThat(line()).isEqualTo(LineState.vacant(GLOBAL, Timeframe.H1, NOW));
    assertThat(registry.rollouts(10))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.trafficPercentage()).isZero();
              assertThat(event.reason()).isEqualTo("accuracy 0.5, needs 0.55");
            });
  }

  @Test
  void registersAVersionOnce() {
    register(1, true);

    assertThatIllegalStateException()
        .isThrownBy(() -> register(1, true))
        .withMessage(version(1) + " is already registered");
    assertThat(registry.rollouts(10)).hasSize(1);
  }

  @Test
  void keepsTheTimeframesOfALineApart() {
    registry.register(trained(1, GLOBAL, Timeframe.H1, true), "trainer");
    registry.register(trained(2, GLOBAL, Timeframe.M15, true), "trainer");

    assertThat(registry.lines())
        .extracting(LineState::timeframe, LineState::champion)
        .containsExactly(tuple(Timeframe.H1, version(1)), tuple(Timeframe.M15, version(2)));
  }

  @Test
  void promotesAChallengerStepByStep() {
    register(1, true);
    register(2, true);

    assertThat(promote(2, 50)).isInstanceOf(PromotionResult.Changed.class);
    assertThat(line().challengerPercentage()).isEqualTo(50);
    assertThat(promote(2, 100)).isInstanceOf(PromotionResult.Changed.class);

    assertThat(line().champion()).isEqualTo(version(2));
    assertThat(line().challenger()).isNull();
    assertThat(line().previous()).isEqualTo(version(1));
    assertThat(List.of(status(1), status(2)))
        .containsExactly(ModelStatus.RETIRED, ModelStatus.ACTIVE);
  }

  @Test
  void changesNothingWhenTheSameIsAskedAgain() {
    register(1, true);
    register(2, true);
    promote(2, 50);
    int events = registry.rollouts(99).size();

    assertThat(promote(2, 50))
        .isEqualTo(
            new PromotionResult.Changed(registry.find(version(2)).orElseThrow(), line(), line()));
    assertThat(promote(1, 100)).isInstanceOf(PromotionResult.Changed.class);
    assertThat(registry.rollouts(99)).hasSize(events);
  }

  @Test
  void refusesWhatTheGateRefusedUnlessForcedWithAReason() {
    register(1, false);

    assertThat(promote(1, 100))
        .isInstanceOfSatisfying(
            PromotionResult.Refused.class,
            refused -> assertThat(refused.why()).contains("accuracy 0.5, needs 0.55"));
    assertThat(force(1, 100, " "))
        .isInstanceOfSatisfying(
            PromotionResult.Refused.class,
            refused -> assertThat(refused.why()).contains("needs a reason"));
    assertThat(status(1)).isEqualTo(ModelStatus.REJECTED);

    assertThat(force(1, 100, "a demonstration")).isInstanceOf(PromotionResult.Changed.class);
    assertThat(status(1)).isEqualTo(ModelStatus.ACTIVE);
    assertThat(registry.rollouts(1))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.forced()).isTrue();
              assertThat(event.actor()).isEqualTo("ann");
              assertThat(event.reason()).isEqualTo("a demonstration");
            });
  }

  @Test
  void sharesNoTrafficOnALineWithoutAChampion() {
    register(1, false);

    assertThat(force(1, 10, "a demonstration")).isInstanceOf(PromotionResult.NotPossible.class);
    assertThat(line().champion()).isNull();
  }

  @Test
  void doesNotMakeTheChampionItsOwnChallenger() {
    register(1, true);

    assertThat(promote(1, 10)).isInstanceOf(PromotionResult.NotPossible.class);
  }

  @Test
  void knowsNothingOfVersionsItNeverSaw() {
    assertThat(promote(1, 10)).isEqualTo(new PromotionResult.Unknown(version(1)));
    assertThat(registry.rollback(version(1), "ann", null))
        .isEqualTo(new PromotionResult.Unknown(version(1)));
  }

  @Test
  void rollsBackTheChampionToThePreviousVersion() {
    register(1, true);
    register(2, true);
    promote(2, 100);

    assertThat(registry.rollback(version(2), "ann", "worse live"))
        .isInstanceOf(PromotionResult.Changed.class);

    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(line().previous()).isNull();
    assertThat(List.of(status(1), status(2)))
        .containsExactly(ModelStatus.ACTIVE, ModelStatus.ROLLED_BACK);
  }

  @Test
  void rollsBackTheChallenger() {
    register(1, true);
    register(2, true);

    registry.rollback(version(2), "ann", null);

    assertThat(line().challenger()).isNull();
    assertThat(status(2)).isEqualTo(ModelStatus.ROLLED_BACK);
  }

  @Test
  void rollsBackNothingThatServesNobody() {
    register(1, true);
    register(2, false);

    assertThat(registry.rollback(version(2), "ann", null))
        .isEqualTo(new PromotionResult.NotPossible(version(2), "it serves nobody"));
    assertThat(line().champion()).isEqualTo(version(1));
  }

  @Test
  void keepsTheOnlyChampionOfTheGlobalLineForNobodyStandsInForIt() {
    register(1, true);

    assertThat(registry.rollback(version(1), "ann", null))
        .isEqualTo(
            new PromotionResult.NotPossible(
                version(1),
                "line global has no previous version to go back to and no line stands in for it;"
                    + " promote another version instead"));
    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(status(1)).isEqualTo(ModelStatus.ACTIVE);
  }

  @Test
  void keepsTheOnlyChampionOfASymbolWhereNoOtherLineServesItOnTheSameBars() {
    ModelVersion own = serving(2, GBPUSD, Timeframe.H1);
    serving(1, GLOBAL, Timeframe.M15);
    serving(3, new ModelLine("metal"), Timeframe.H1);

    assertThat(registry.rollback(own, "ann", null))
        .isEqualTo(
            new PromotionResult.NotPossible(
                own,
                "line GBPUSD has no previous version to go back to and none of [fx-major, global]"
                    + " has a champion on H1 bars to stand in for it; promote another version"
                    + " instead"));
    assertThat(state(GBPUSD).champion()).isEqualTo(own);
  }

  @Test
  void leavesASymbolsLineVacantAndItsSymbolToTheNearestLineThatServes() {
    ModelVersion global = serving(1, GLOBAL, Timeframe.H1);
    ModelVersion major = serving(2, FX_MAJOR, Timeframe.H1);
    ModelVersion own = serving(3, GBPUSD, Timeframe.H1);

    assertThat(registry.rollback(own, "ann", "worse live"))
        .isEqualTo(
            new PromotionResult.Changed(
                registry.find(own).orElseThrow(),
                LineState.vacant(GBPUSD, Timeframe.H1, NOW),
                state(FX_MAJOR)));
    assertThat(registry.find(own).orElseThrow().status()).isEqualTo(ModelStatus.ROLLED_BACK);
    assertThat(registry.rollouts(1))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("rolled_back");
              assertThat(event.version()).isEqualTo(own);
              assertThat(event.previousChampion()).isEqualTo(own);
              assertThat(event.trafficPercentage()).isZero();
              assertThat(event.reason()).isEqualTo("worse live");
            });

    assertThat(registry.rollback(major, "ann", null))
        .isInstanceOfSatisfying(
            PromotionResult.Changed.class,
            changed -> assertThat(changed.serving().champion()).isEqualTo(global));
    assertThat(registry.rollback(global, "ann", null))
        .isInstanceOf(PromotionResult.NotPossible.class);
  }

  @Test
  void sendsTheChallengerOfALineThatBecomesVacantBackToTheCandidates() {
    serving(1, GLOBAL, Timeframe.H1);
    ModelVersion own = serving(2, GBPUSD, Timeframe.H1);
    ModelVersion challenger =
        registry.register(trained(3, GBPUSD, Timeframe.H1, true), "trainer").version();
    assertThat(state(GBPUSD).challenger()).isEqualTo(challenger);

    registry.rollback(own, "ann", null);

    assertThat(state(GBPUSD)).isEqualTo(LineState.vacant(GBPUSD, Timeframe.H1, NOW));
    assertThat(registry.find(challenger).orElseThrow().status()).isEqualTo(ModelStatus.CANDIDATE);
    assertThat(registry.promote(new PromotionRequest(challenger, 100, "ann", false, null)))
        .isInstanceOf(PromotionResult.Changed.class);
    assertThat(state(GBPUSD).champion()).isEqualTo(challenger);
  }

  @Test
  void givesTheFirstVersionThatPassesAVacatedLine() {
    serving(1, GLOBAL, Timeframe.H1);
    registry.rollback(serving(2, GBPUSD, Timeframe.H1), "ann", null);

    assertThat(state(GBPUSD).champion()).isNull();
    ModelVersion next = serving(3, GBPUSD, Timeframe.H1);
    assertThat(state(GBPUSD).champion()).isEqualTo(next);
    assertThat(state(GBPUSD).previous()).isNull();
  }

  /** A version that becomes champion because its line has none. */
  private ModelVersion serving(int i, ModelLine line, Timeframe timeframe) {
    ModelRecord model = registry.register(trained(i, line, timeframe, true), "trainer");
    assertThat(model.status()).isEqualTo(ModelStatus.ACTIVE);
    return model.version();
  }

  private LineState state(ModelLine line) {
    return registry.lines().stream()
        .filter(state -> state.line().equals(line))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsVersionsAndEventsNewestFirst() {
    register(1, true);
    register(3, false);
    register(2, true);

    assertThat(registry.newest(2))
        .extracting(ModelRecord::version)
        .containsExactly(version(3), version(2));
    assertThat(registry.newestOf(GLOBAL).orElseThrow().version()).isEqualTo(version(3));
    assertThat(registry.newestOf(new ModelLine("EURUSD"))).isEmpty();
    assertThat(registry.rollouts(2))
        .extracting(RolloutEvent::version)
        .containsExactly(version(2), version(3));
  }
}
