package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a data cut holds: {@code cut.json}. Whoever has it, the kept files and the registry's
 * database can make the run's extract again, byte for byte.
 *
 * @param asOf the run's day, as ISO date
 * @param jobFile the path of the job file among the kept files
 * @param submissions the workbooks that were in force, in the order of centres
 * @param files the kept configuration files, in the order of their paths
 * @param manifest of the run that was frozen, with the hashes of all that it made
 */
public record CutFile(
    String name,
    String runId,
    String asOf,
    String jobFile,
    List<Pinned> submissions,
    List<Manifest.Output> files,
    Manifest manifest) {

  /** The file's name. */
  public static final String FILE = "cut.json";

  /**
   * A submission that the cut stands on.
   *
   * @param sha256 of the workbook's bytes
   * @param readingHash of all that determined how it was read
   * @param received the day on which its bytes came first
   * @param recordsSha256 of what is stored of its patients
   */
  public record Pinned(
      long submission,
      String centre,
      String file,
      String sha256,
      String readingHash,
      String received,
      long patients,
      String recordsSha256) {}

  public CutFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(jobFile, "jobFile");
    submissions = List.copyOf(submissions);
    files = List.copyOf(files);
    Objects.requireNonNull(manifest, "manifest");
  }

  /** Writes it into the cut's folder; gives the SHA-256 of its bytes. */
  public String write(Path folder) {
    Json.write(folder.resolve(FILE), this);
    return hash(folder);
  }

  /**
   * What a cut's folder says that it holds.
   *
   * @throws IllegalArgumentException if it is not readable
   */
  public static CutFile read(Path folder) {
    return Json.read(folder.resolve(FILE), CutFile.class);
  }

  /** The SHA-256 of the file in a cut's folder, as 64 hex digits. */
  public static String hash(Path folder) {
    try {
      return Manifest.sha256(folder.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
