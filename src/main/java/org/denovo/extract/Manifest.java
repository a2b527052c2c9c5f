package org.denovo.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.vocabulary.Edition;

/**
 * What a run was made from and what it made: {@code manifest.json}. It holds no time and no run id,
 * so that the same inputs give the same bytes.
 *
 * @param contentHash SHA-256 of inputs, mappings, rules, cohorts and code version
 * @param editions of the program, of words, mappings, rule files, cohorts and the job
 * @param counts what was counted, by name
 * @param outputs every other file of the run, in the order of the paths
 */
public record Manifest(
    String job,
    String contentHash,
    String codeVersion,
    List<Input> inputs,
    List<Edition> editions,
    Map<String, String> parameters,
    Map<String, Long> counts,
    List<Output> outputs) {

  /** The file's name. */
  public static final String FILE = "manifest.json";

  /** Files that are written after the manifest, or say of a run how it went. */
  private static final Set<String> BESIDE = Set.of(FILE, RunSummary.FILE);

  /** A workbook that was read. */
  public record Input(String centre, String file, String sha256, long patients) {}

  /** A file that was written; its path has slashes on every system. */
  public record Output(String path, long bytes, String sha256) {}

  /** A difference between a run's folder and its manifest. */
  public record Difference(String path, Kind kind) {

    /** What is different. */
    public enum Kind {
      MISSING,
      CHANGED,
      EXTRA
    }
  }

  public Manifest {
    inputs =
        inputs.stream()
            .sorted(Comparator.comparing(Input::centre).thenComparing(Input::file))
            .toList();
    // A run of an earlier release noted its files in another way; what it made is verified still.
    editions = editions == null ? List.of() : List.copyOf(editions);
    parameters = Map.copyOf(parameters);
    counts = Map.copyOf(counts);
    outputs = outputs.stream().sorted(Comparator.comparing(Output::path)).toList();
  }

  /** The same manifest with every file of the folder as an output, written into the folder. */
  public Manifest write(Path runDirectory) {
    Manifest whole =
        new Manifest(
            job,
            contentHash,
            codeVersion,
            inputs,
            editions,
            parameters,
            counts,
            filesOf(runDirectory));
    Json.write(runDirectory.resolve(FILE), whole);
    return whole;
  }

  /**
   * The manifest of a run's folder.
   *
   * @throws IllegalArgumentException if it is not readable
   */
  public static Manifest read(Path runDirectory) {
    return Json.read(runDirectory.resolve(FILE), Manifest.class);
  }

  /** What differs between a run's folder and its manifest, in the order of the paths. */
  public static List<Difference> verify(Path runDirectory) {
    return differences(filesOf(runDirectory), read(runDirectory).outputs());
  }

  /** What differs between files that are there and files that should be, by path. */
  public static List<Difference> differences(List<Output> there, List<Output> should) {
    Map<String, Output> found = byPath(there);
    Map<String, Output> expected = byPath(should);
    List<Difference> differences = new ArrayList<>();
    expected.forEach(
        (path, output) -> {
          if (!found.containsKey(path)) {
            differences.add(new Difference(path, Difference.Kind.MISSING));
          } else if (!found.get(path).equals(output)) {
            differences.add(new Difference(path, Difference.Kind.CHANGED));
          }
        });
    found.keySet().stream()
        .filter(path -> !expected.containsKey(path))
        .forEach(path -> differences.add(new Difference(path, Difference.Kind.EXTRA)));
    differences.sort(Comparator.comparing(Difference::path));
    return List.copyOf(differences);
  }

  private static Map<String, Output> byPath(List<Output> outputs) {
    Map<String, Output> byPath = new TreeMap<>();
    outputs.forEach(output -> byPath.put(output.path(), output));
    return byPath;
  }

  /** Every file below a folder with its hash, but for what says of a run how it went. */
  public static List<Output> filesOf(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      // One large file is hashed while another processor hashes the rest.
      return files.filter(Files::isRegularFile).toList().parallelStream()
          .map(file -> output(directory, file))
          .filter(output -> !BESIDE.contains(output.path()))
          .sorted(Comparator.comparing(Output::path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Output output(Path directory, Path file) {
    try {
      String path = directory.relativize(file).toString().replace('\\', '/');
      return new Output(path, Files.size(file), sha256(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
