package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.assembly.JarTool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./ml export-onnx}; its options are those of ml-inference's own exporter. */
@Command(
    name = "export-onnx",
    description = "Writes a version as an ONNX file: VERSION --out FILE [--standardized] [--force]")
final class ExportOnnxCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ExportOnnxCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    List<String> all = new ArrayList<>(List.of("export-onnx"));
    all.addAll(arguments);
    return JarTool.await(new JarTool(workspace.existingStack()).startInferenceWithoutVectors(all));
  }
}
