package com.aicashevolution.inference.cli;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.onnx.OnnxExport;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cli export-onnx}: a published version as an ONNX file. */
@Command(
    name = "export-onnx",
    description = {
      "Writes a published version as an ONNX file: windows [batch, 20, 17] in, calibrated"
          + " probabilities [batch, 3] of SELL, HOLD, BUY out.",
      "Its artifact is verified first, as before serving."
    },
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportOnnxCommand implements Callable<Integer> {

  @Parameters(paramLabel = "VERSION", description = "Which version, v20261121_020000 say.")
  private String version;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Option(
      names = "--standardized",
      description = "Leaves the standardizer out: the file then reads standardized windows.")
  private boolean standardized;

  @Option(names = "--force", description = "Replaces a file that is there.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ModelVersion wanted;
    try {
      wanted = new ModelVersion(version);
    } catch (IllegalArgumentException noVersion) {
      throw new ParameterException(spec.commandLine(), String.valueOf(noVersion.getMessage()));
    }
    if (Files.exists(out) && !force) {
      throw new CommandFailedException(out + " exists; --force replaces it");
    }
    return CommandContext.with(context -> export(context, wanted));
  }

  private int export(ConfigurableApplicationContext context, ModelVersion wanted)
      throws CommandFailedException, ArtifactFormatException, IOException {
    ModelManifest manifest = CommandContext.model(context, wanted).manifest();
    LstmParameters network = CommandContext.weights(context, wanted);
    byte[] file =
        OnnxExport.write(
            network,
            standardized ? null : manifest.standardizer(),
            manifest.calibration(),
            about(manifest));
    if (force) {
      Files.write(out, file);
    } else {
      Files.write(out, file, StandardOpenOption.CREATE_NEW);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %,d bytes, %s windows in%n",
            out.toAbsolutePath(), file.length, standardized ? "standardized" : "raw");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Map<String, String> about(ModelManifest manifest) {
    return Map.of(
        "model_version",
        manifest.version().value(),
        "line",
        manifest.line().name(),
        "timeframe",
        manifest.timeframe().name(),
        "schema_hash",
        manifest.schema().hash(),
        "features",
        String.join(",", IndicatorName.wireNames()),
        "classes",
        "SELL,HOLD,BUY",
        "input",
        standardized ? "standardized" : "raw");
  }
}
