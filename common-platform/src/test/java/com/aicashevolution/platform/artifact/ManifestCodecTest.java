package com.aicashevolution.platform.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelManifest.TrainingData;
import com.aicashevolution.model.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ManifestCodecTest {

  private final ModelManifest manifest = manifest(3, List.of("b", "a", "c"));

  @Test
  void readsBackWhatItWroteToTheBit() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      ModelManifest written = manifest(seed, List.of("a"));
      ModelManifest read = ManifestCodec.read(ManifestCodec.write(written));
      assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }
  }

  @Test
  void equalManifestsGiveEqualBytes() throws Exception {
    byte[] bytes = ManifestCodec.write(manifest);
    assertThat(ManifestCodec.write(manifest(3, List.of("c", "b", "a")))).isEqualTo(bytes);
    assertThat(ManifestCodec.write(ManifestCodec.read(bytes))).isEqualTo(bytes);
  }

  @Test
  void writesSnakeCaseAndNamesAsStrings() {
    assertThat(text(manifest))
        .startsWith(
            "{\n  \"manifest_version\" : 1,\n  \"version\" : \"v20261121_020000-EURUSD\",\n")
        .contains("\"line\" : \"EURUSD\"")
        .contains("\"training_id\" : \"training_20261121_020000\"")
        .contains("\"created_at\" : \"2026-11-21T02:00:00Z\"")
        .contains("\"symbols\" : [ \"EURUSD\", \"XAUUSD\" ]")
        .contains("\"timeframe\" : \"H1\"")
        .contains("\"horizon_bars\" : 6")
        .contains("\"lstm_units\" : [ 64, 32 ]");
  }

  @Test
  void readsWhatALaterBuildOfTheSameLayoutAdded() throws Exception {
    String later =
        text(manifest)
            .replaceFirst("\\{", "{\"invented_later\": {\"a\": [1]}, ")
            .replace("\"simulated\"", "\"also_new\": null, \"simulated\"");
    assertThat(ManifestCodec.read(bytes(later))).usingRecursiveComparison().isEqualTo(manifest);
  }

  @Test
  void refusesAnotherLayoutInASentence() {
    assertRefused(
        text(manifest).replace("\"manifest_version\" : 1", "\"manifest_version\" : 2"),
        "manifest_version 2 is not known to this build, which reads 1; "
            + "serve it with the build that wrote it or train again");
    assertRefused("{}", "integer manifest_version");
    assertRefused(
        text(manifest).replace("\"manifest_version\" : 1", "\"manifest_version\" : \"1\""),
        "integer manifest_version");
  }

  @Test
  void namesTheFieldThatIsMissingOrNull() {
    assertRefused(text(manifest).replace("\"seed\"", "\"sead\""), "seed");
    assertRefused(
        text(manifest).replaceFirst("\"training_id\" : \"[^\"]*\"", "\"training_id\" : null"),
        "training_id");
  }

  @Test
  void namesTheFieldWhoseValueIsImpossible() {
    assertRefused(text(manifest).replace("\"XAUUSD\"", "\"gold\""), "symbols[1]");
    assertRefused(
        text(manifest).replace("\"horizon_bars\" : 6", "\"horizon_bars\" : 0"), "label: ");
    assertRefused(
        text(manifest).replace("\"horizon_bars\" : 6", "\"horizon_bars\" : 0"),
        "horizonBars must be >= 1, was 0");
    assertRefused(text(manifest).replace("\"H1\"", "\"H2\""), "timeframe");
    assertRefused(
        text(manifest).replaceFirst("\"input\" : \\[ [^,]*, ", "\"input\" : [ "),
        "input must have 340 values, had 339");
  }

  @Test
  void readsManifestsFromBeforeWhatAVersionUsesWasMeasured() throws Exception {
    String text = text(manifest);
    int from = text.indexOf("  \"attribution\" : {");
    int to = text.indexOf("  \"golden\"");
    assertThat(from).isBetween(0, to);
    ModelManifest old = ManifestCodec.read(bytes(text.substring(0, from) + text.substring(to)));

    assertThat(old.attribution()).isNull();
    assertThat(old).usingRecursiveComparison().ignoringFields("attribution").isEqualTo(manifest);
    assertThat(ManifestCodec.read(ManifestCodec.write(old)).attribution()).isNull();
  }

  @Test
  void namesTheImportanceThatIsImpossible() {
    assertRefused(
        text(manifest).replaceFirst("\"rsi_value\" : [0-9.E-]+", "\"rsi_value\" : -0.5"),
        "importance of rsi_value must be in [0, 1], was -0.5");
    assertRefused(
        text(manifest).replaceFirst("\"rsi_value\" : [0-9.E-]+,", ""),
        "importance must be of 17 indicators, was of 16");
    assertRefused(text(manifest).replace("\"rsi_value\"", "\"rsi\""), "rsi");
  }

  @Test
  void refusesWhatIsNoDocument() {
    assertRefused("", "manifest_version");
    assertRefused("null", "manifest_version");
    assertRefused("{\"manifest_version\" : 1", "not JSON");
    assertRefused(text(manifest) + "{}", "manifest");
    assertRefused(
        text(manifest).replace("\"simulated\"", "\"seed\" : 1, \"simulated\""), "Duplicate");
  }

  private static void assertRefused(String json, String reason) {
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(() -> ManifestCodec.read(bytes(json)))
        .withMessageContaining(reason);
  }

  private static String text(ModelManifest manifest) {
    return new String(ManifestCodec.write(manifest), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static ModelManifest manifest(long seed, List<String> provenanceOrder) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<String, String> provenance = new LinkedHashMap<>();
    provenanceOrder.forEach(name -> provenance.put(name, "1." + name));
    ClassificationMetrics metrics =
        new ClassificationMetrics(
            9,
            random.nextDouble(),
            1.0 / 3,
            Math.nextUp(0.5),
            Double.MIN_VALUE,
            0,
            random.nextDouble(),
            List.of(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7, 8, 9)));
    return new ModelManifest(
        ModelManifest.CURRENT,
        new ModelVersion("v20261121_020000-EURUSD"),
        new ModelLine("EURUSD"),
        "training_20261121_020000",
        Instant.parse("2026-11-21T02:00:00Z"),
        FeatureSchema.CURRENT,
        Timeframe.H1,
        List.of(Symbol.of("EURUSD"), Symbol.of("XAUUSD")),
        true,
        new LabelSpec(6, 1.5),
        new Standardizer(
            random.doubles(17).boxed().toList(), random.doubles(17, 1e-9, 1e9).boxed().toList(), 8),
        new TemperatureScaling(1 + random.nextDouble()),
        new Architecture(List.of(64, 32), 16, 0.2, true),
        new TrainingData(
            Instant.parse("2026-08-01T00:00:00Z"),
            Instant.parse("2026-11-20T22:00:00Z"),
            1000,
            200,
            300,
            "ab".repeat(32)),
        Long.MIN_VALUE + 1,
        new EvaluationReport(
            metrics, Map.of("majority", metrics), new TradingMetrics(7, 0.5, 1.25, 0.01, 0.3)),
        walkForward(metrics),
        GateVerdict.of(List.of(new GateCheck("min_accuracy", 0.6, 0.55, true, "0.6 >= 0.55"))),
        importance(random),
        Collections.nCopies(2, golden(random)),
        Map.of("weights.safetensors", new FileDigest("cd".repeat(32), 170_000)),
        provenance);
  }

  private static IndicatorImportance importance(RandomGenerator random) {
    double[] shares = random.doubles(IndicatorName.COUNT).toArray();
    double sum = Arrays.stream(shares).sum();
    return new IndicatorImportance(
        IndicatorImportance.byName(Arrays.stream(shares).map(share -> share / sum).toArray()),
        64,
        32,
        128,
        random.nextLong(),
        Math.nextUp(0.0));
  }

  private static WalkForwardReport walkForward(ClassificationMetrics metrics) {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    TradingMetrics trading = new TradingMetrics(7, 0.5, 1.25, 0.01, 0.3);
    Interval interval = new Interval(0.6, 1.0 / 3, Math.nextUp(0.5), 0.95);
    Map<String, Skill> skills =
        Map.of(
            "majority", new Skill(0.1, 0.02, 0.95, 24, 40),
            "volatility", new Skill(0.1, 0.01, 0.95, 24, 40));
    return new WalkForwardReport(
        List.of(
            new WalkForwardReport.SeedResult(
                7,
                metrics,
                trading,
                TradeRisk.of(new double[] {1, -0.5, 1.0 / 3}),
                interval,
                skills,
                skills)),
        List.of(
            new WalkForwardReport.FoldResult(
                0,
                at,
                at.plusSeconds(3_600),
                100,
                20,
                9,
                List.of(new WalkForwardReport.FitResult(7, 4, 1.1, 0.5, 1.2)))),
        new WalkForwardReport.HoldoutResult(
            at, at, new EvaluationReport(metrics, Map.of(), trading), interval, interval),
        new WalkForwardReport.ConformalResult(
            new ConformalClassifier(0.1, 1.0 / 3, 100),
            List.of(new ConformalCoverage(0.1, 9, 8.0 / 9, 1.5, 0.6)),
            new ConformalCoverage(0.1, 9, 1, 2, 0)));
  }

  /** Floats with random bits, so of all magnitudes. */
  private static GoldenVector golden(RandomGenerator random) {
    float[] input = new float[FeatureWindow.LENGTH];
    for (int i = 0; i < input.length; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      input[i] = Float.isFinite(value) ? value : -0f;
    }
    return new GoldenVector(input, Arrays.copyOf(new float[] {0.1f, 0.7f, 0.2f}, 3));
  }
}
