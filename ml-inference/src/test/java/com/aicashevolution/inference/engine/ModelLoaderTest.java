package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.engine.Refusal.Reason;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLoaderTest {

  private static final String VERSION = "v20261101_020000";

  private final FakeArtifactStore store = new FakeArtifactStore();
  private final SettableClock clock = new SettableClock(SampleArtifact.CREATED.plusSeconds(60));
  private final ModelLoader loader = new ModelLoader(store, clock);
  private final SampleArtifact sound = SampleArtifact.of(VERSION, ModelLine.GLOBAL, 1);

  @Test
  void loadsASoundVersionAndAnswersAsStandardizerNetworkAndCalibrationSay() {
    ServingModel model = loaded(sound);
    float[] raw = new float[FeatureWindow.LENGTH];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) Math.cos(i);
    }

    float[] standardized = new float[raw.length];
    sound.manifest().standardizer().apply(raw, 0, standardized, 0);
    LstmForward forward = LstmForward.of(SampleNetwork.parameters(1));
    float[] logits = new float[LstmParameters.CLASSES];
    forward.logits(standardized, 0, 1, logits, forward.newScratch(1));

    assertThat(model.predict(new FeatureWindow(raw, SampleArtifact.CREATED, false)))
        .isEqualTo(sound.manifest().calibration().apply(logits, 0));
    assertThat(model.loadedAt()).isEqualTo(clock.instant());
    assertThat(model.version()).isEqualTo(sound.version());
  }

  @Test
  void refusesAMissingManifest() {
    assertRefused(sound, Reason.MANIFEST_MISSING, "metadata.json does not exist");
  }

  @Test
  void refusesAManifestThatIsNotTheRegisteredOne() {
    store.publish(sound);
    byte[] other = sound.withManifest(edit -> edit.simulated(true)).manifestBytes();
    store.replace(sound.version(), ModelManifest.MANIFEST, other);

    assertRefused(sound, Reason.MANIFEST_HASH, SampleArtifact.sha256(other));
  }

  @Test
  void refusesAManifestThatIsNoManifest() {
    byte[] text = "{\"manifest_version\": 1".getBytes(StandardCharsets.UTF_8);
    store.publish(sound);
    store.replace(sound.version(), ModelManifest.MANIFEST, text);
    SampleArtifact registeredSo =
        new SampleArtifact(
            RecordEdit.manifestSha256(sound.registered(), SampleArtifact.sha256(text)),
            sound.manifest(),
            sound.files());

    assertRefused(registeredSo, Reason.MANIFEST_FORMAT, "not JSON");
  }

  @Test
  void refusesTheManifestOfAnotherVersion() {
    SampleArtifact other = sound.withManifest(edit -> edit.version("v20261102_020000"));
    store.publish(sound.version(), other.files(), other.manifestBytes());
    SampleArtifact registeredSo =
        new SampleArtifact(
            RecordEdit.manifestSha256(
                sound.registered(), SampleArtifact.sha256(other.manifestBytes())),
            sound.manifest(),
            sound.files());

    assertRefused(registeredSo, Reason.IDENTITY, "manifest is of v20261102_020000");
  }

  @Test
  void refusesAForeignSchema() {
    FeatureSchema foreign = new FeatureSchema(99, "cd".repeat(32));
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.schema(foreign)), Reason.SCHEMA, "99 " + "cd".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/b", "/etc/passwd", ".hidden", "", "metadata.json"})
  void refusesFileNamesThatPlayTricks(String name) {
    Map<String, FileDigest> files = new TreeMap<>(sound.manifest().files());
    files.put(name, new FileDigest("00".repeat(32), 1));
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.files(files)), Reason.FILE_NAME, "'" + name + "'");
  }

  @Test
  void refusesAManifestWithoutWeights() {
    Map<String, FileDigest> files = new TreeMap<>(sound.manifest().files());
    files.remove(ModelManifest.WEIGHTS);
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.files(files)),
        Reason.FILE_MISSING,
        "lists no weights.safetensors");
  }

  @ParameterizedTest
  @ValueSource(strings = {ModelManifest.WEIGHTS, ModelManifest.MODEL_ZIP})
  void refusesAMissingFile(String name) {
    store.publish(sound);
    store.delete(sound.version(), name);
    assertRefused(sound, Reason.FILE_MISSING, name + " does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {ModelManifest.WEIGHTS, ModelManifest.MODEL_ZIP})
  void refusesATruncatedFile(String name) {
    store.publish(sound);
    byte[] whole = sound.files().getOrDefault(name, new byte[0]);
    store.replace(sound.version(), name, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(sound, Reason.FILE_SIZE, name + " has " + (whole.length - 1) + " bytes");
  }

  @Test
  void refusesAFileLargerThanItReads() {
    Map<String, FileDigest> files = new TreeMap<>(sound.manifest().files());
    files.put(ModelManifest.WEIGHTS, new FileDigest("00".repeat(32), 1L << 40));
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.files(files)), Reason.FILE_SIZE, "1099511627776 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {ModelManifest.WEIGHTS, ModelManifest.MODEL_ZIP})
  void refusesAFileWithOneBitChanged(String name) {
    store.publish(sound);
    byte[] changed = sound.files().getOrDefault(name, new byte[0]).clone();
    changed[changed.length - 1] ^= 1;
    store.replace(sound.version(), name, changed);
    assertRefused(sound, Reason.FILE_HASH, name + " has SHA-256");
  }

  @Test
  void refusesWeightsThatAreNotSafetensors() {
    assertPublishedIsRefused(
        sound.withFile(ModelManifest.WEIGHTS, new byte[100]), Reason.WEIGHTS_FORMAT, "");
  }

  @Test
  void refusesWeightsThatAreNotNumbers() {
    byte[] weights = sound.files().getOrDefault(ModelManifest.WEIGHTS, new byte[0]).clone();
    ByteBuffer.wrap(weights)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(weights.length - Float.BYTES, Float.NaN);
    assertThat(result(sound.withFile(ModelManifest.WEIGHTS, weights)))
        .isInstanceOfSatisfying(
            LoadResult.Refused.class,
            refused ->
                assertThat(refused.refusal().reason())
                    .isIn(Reason.WEIGHTS_FORMAT, Reason.GOLDEN_VECTORS));
  }

  @Test
  void refusesANetworkOfAnotherShapeThanAnnounced() {
    LstmParameters narrow =
        new LstmParameters(
            List.of(new LstmParameters.Lstm(17, 3, new float[204], new float[36], new float[12])),
            List.of(
                new LstmParameters.Dense(
                    3, 3, new float[9], new float[3], LstmParameters.Activation.SOFTMAX)));
    assertPublishedIsRefused(
        sound.withFile(ModelManifest.WEIGHTS, SafetensorsCodec.write(narrow)),
        Reason.SHAPE,
        "LSTM units [3]");
  }

  @Test
  void refusesANetworkThatReadsAnotherNumberOfFeatures() {
    LstmParameters wide =
        new LstmParameters(
            List.of(new LstmParameters.Lstm(18, 3, new float[216], new float[36], new float[12])),
            List.of(
                new LstmParameters.Dense(
                    3, 3, new float[9], new float[3], LstmParameters.Activation.SOFTMAX)));
    assertPublishedIsRefused(
        sound.withFile(ModelManifest.WEIGHTS, SafetensorsCodec.write(wide)),
        Reason.SHAPE,
        "18 inputs");
  }

  @Test
  void refusesAnotherNetworksWeights() {
    byte[] other = SafetensorsCodec.write(SampleNetwork.parameters(2));
    assertPublishedIsRefused(
        sound.withFile(ModelManifest.WEIGHTS, other),
        Reason.GOLDEN_VECTORS,
        "golden vector 0 differs by");
  }

  @Test
  void refusesAVersionWhoseLastGoldenVectorDiffersByATriflingAmount() {
    List<GoldenVector> golden = new ArrayList<>(sound.manifest().golden());
    GoldenVector last = golden.removeLast();
    float[] output = last.output().clone();
    output[1] += 1.1e-6f;
    golden.add(new GoldenVector(last.input(), output));
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.golden(golden)),
        Reason.GOLDEN_VECTORS,
        "golden vector 2 differs by");
  }

  @Test
  void refusesAVersionThatCannotBeVerified() {
    assertPublishedIsRefused(
        sound.withManifest(edit -> edit.golden(List.of())),
        Reason.GOLDEN_VECTORS,
        "there are none");
  }

  @Test
  void holdsNothingAgainstAVersionWhenTheStoreIsLost() {
    store.publish(sound);
    store.lose();

    assertThat(loader.load(sound.registered()))
        .isInstanceOfSatisfying(
            LoadResult.Unreachable.class,
            unreachable -> assertThat(unreachable.detail()).contains("connection refused"));
  }

  private ServingModel loaded(SampleArtifact artifact) {
    return ((LoadResult.Loaded) result(artifact)).model();
  }

  private LoadResult result(SampleArtifact artifact) {
    store.publish(artifact);
    return loader.load(artifact.registered());
  }

  private void assertPublishedIsRefused(SampleArtifact artifact, Reason reason, String detail) {
    store.publish(artifact);
    assertRefused(artifact, reason, detail);
  }

  private void assertRefused(SampleArtifact artifact, Reason reason, String detail) {
    assertThat(loader.load(artifact.registered()))
        .isInstanceOfSatisfying(
            LoadResult.Refused.class,
            refused -> {
              assertThat(refused.refusal().version()).isEqualTo(artifact.version());
              assertThat(refused.refusal().reason()).isEqualTo(reason);
              assertThat(refused.refusal().detail()).contains(detail);
            });
  }
}
