package com.aicashevolution.trainer.training.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What computed the weights. The native build belongs to it: another instruction set starts from
 * other random numbers and ends at other bits.
 */
final class LibraryProvenance {

  private LibraryProvenance() {}

  static Map<String, String> read() {
    // the executioner first: it is what loads the library
    Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
    NativeOps nativeOps = NativeOpsHolder.getInstance().getDeviceNativeOps();
    Map<String, String> facts = new TreeMap<>();
    facts.put("dl4j", version("org.deeplearning4j", "deeplearning4j-nn"));
    facts.put("nd4j", version("org.nd4j", "nd4j-native"));
    facts.put("nd4j_backend", Nd4j.getBackend().getClass().getSimpleName());
    facts.put("nd4j_binary_level", Integer.toString(nativeOps.binaryLevel()));
    facts.put("nd4j_blas", String.valueOf(environment.get("blas.vendor")));
    facts.put("omp_threads", Integer.toString(nativeOps.ompGetMaxThreads()));
    return facts;
  }

  private static String version(String group, String artifact) {
    String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Nd4j.class.getResourceAsStream(path)) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " from the class path", e);
    }
  }
}
