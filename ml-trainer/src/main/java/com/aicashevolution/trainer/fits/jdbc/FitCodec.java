package com.aicashevolution.trainer.fits.jdbc;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FoldFit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Results of fits as bytes, exact to the bit: a tag, then the fields in order, numbers big-endian,
 * byte arrays behind their length. Thread-safe.
 */
final class FitCodec {

  /** Raised with every change of the layout: trainers of two builds must not misread each other. */
  private static final int FORMAT = 2;

  private static final int SCORED = 1;
  private static final int NETWORK = 2;
  private static final int DIVERGED = 3;

  private final JsonColumn json = new JsonColumn();

  byte[] write(FitResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      switch (result) {
        case FitResult.Scored(FoldFit fit) -> write(fit, out);
        case FitResult.Network(FittedNetwork network) -> write(network, out);
        case FitResult.Diverged(int epoch) -> {
          out.writeByte(DIVERGED);
          out.writeInt(epoch);
        }
        case FitResult.Cancelled _ ->
            throw new IllegalArgumentException("a cancelled fit has no result to keep");
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private void write(FoldFit fit, DataOutputStream out) throws IOException {
    out.writeByte(SCORED);
    out.writeInt(fit.fold());
    out.writeLong(fit.seed());
    out.writeInt(fit.bestEpoch());
    out.writeInt(fit.epochs());
    out.writeDouble(fit.samplesPerSecond());
    out.writeDouble(fit.calibration().temperature());
    out.writeDouble(fit.sets().miscoverage());
    out.writeDouble(fit.sets().threshold());
    out.writeInt(fit.sets().calibrationSamples());
    out.writeUTF(json.write(fit.validation()));
    out.writeInt(fit.logits().length);
    for (float logit : fit.logits()) {
      out.writeInt(Float.floatToRawIntBits(logit));
    }
  }

  private static void write(FittedNetwork network, DataOutputStream out) throws IOException {
    out.writeByte(NETWORK);
    out.writeLong(network.seed());
    out.writeInt(network.bestEpoch());
    out.writeInt(network.epochs());
    out.writeDouble(network.validationLogLoss());
    out.writeDouble(network.samplesPerSecond());
    writeBytes(network.modelZip(), out);
    writeBytes(SafetensorsCodec.write(network.parameters()), out);
  }

  private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  FitResult read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IllegalStateException(
            "a fit's result has format " + format + ", this build reads " + FORMAT);
      }
      int tag = in.readByte();
      return switch (tag) {
        case SCORED -> new FitResult.Scored(readFoldFit(in));
        case NETWORK -> new FitResult.Network(readNetwork(in));
        case DIVERGED -> new FitResult.Diverged(in.readInt());
        default -> throw new IllegalStateException("a fit's result has the unknown tag " + tag);
      };
    } catch (IOException | ArtifactFormatException e) {
      throw new IllegalStateException("a fit's result cannot be read", e);
    }
  }

  private FoldFit readFoldFit(DataInputStream in) throws IOException {
    int fold = in.readInt();
    long seed = in.readLong();
    int bestEpoch = in.readInt();
    int epochs = in.readInt();
    double samplesPerSecond = in.readDouble();
    TemperatureScaling calibration = new TemperatureScaling(in.readDouble());
    ConformalClassifier sets =
        new ConformalClassifier(in.readDouble(), in.readDouble(), in.readInt());
    ClassificationMetrics validation = json.read(in.readUTF(), ClassificationMetrics.class);
    float[] logits = new float[in.readInt()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Float.intBitsToFloat(in.readInt());
    }
    return new FoldFit(
        fold, seed, bestEpoch, epochs, samplesPerSecond, calibration, sets, validation, logits);
  }

  private static FittedNetwork readNetwork(DataInputStream in)
      throws IOException, ArtifactFormatException {
    long seed = in.readLong();
    int bestEpoch = in.readInt();
    int epochs = in.readInt();
    double validationLogLoss = in.readDouble();
    double samplesPerSecond = in.readDouble();
    byte[] modelZip = in.readNBytes(in.readInt());
    byte[] weights = in.readNBytes(in.readInt());
    return new FittedNetwork(
        seed,
        modelZip,
        SafetensorsCodec.read(weights),
        bestEpoch,
        epochs,
        validationLogLoss,
        samplesPerSecond);
  }
}
