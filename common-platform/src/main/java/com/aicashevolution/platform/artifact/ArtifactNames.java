package com.aicashevolution.platform.artifact;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of the files of a version. */
public final class ArtifactNames {

  /** Folder, or prefix of keys, below which every version has its own. */
  public static final String ROOT = "models";

  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private ArtifactNames() {}

  /** Key of a file: {@code models/{version}/{file}}. */
  public static String key(ModelVersion version, String file) {
    return ROOT + "/" + version + "/" + requireSafe(file);
  }

  /**
   * The files in the order in which every publisher writes them: of several publishers of one
   * version the one that writes the first file goes on, and the others meet it there.
   *
   * @throws IllegalArgumentException if a name could leave the version's folder, or is the
   *     manifest's
   */
  public static SortedMap<String, byte[]> ordered(Map<String, byte[]> files) {
    SortedMap<String, byte[]> ordered = new TreeMap<>(files);
    ordered.keySet().forEach(ArtifactNames::requireSafe);
    if (ordered.isEmpty() || ordered.containsKey(ModelManifest.MANIFEST)) {
      throw new IllegalArgumentException(
          "files must be at least one and none may be " + ModelManifest.MANIFEST);
    }
    return ordered;
  }

  /** {@code file} itself where it is the plain name of a file. */
  public static String requireSafe(String file) {
    if (!FILE.matcher(file).matches()) {
      throw new IllegalArgumentException(
          "a file of a version must have a plain name, had '" + file + "'");
    }
    return file;
  }
}
