package org.denovo.difference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.denovo.change.Comparability;
import org.denovo.vocabulary.Text;

/**
 * Two published runs side by side. To be closed, because large files are sorted in a temporary
 * folder.
 */
public final class RunDifference implements AutoCloseable {

  private final RunFolder before;
  private final RunFolder now;
  private final Comparability comparability;
  private final Path scratch;

  private RunDifference(RunFolder before, RunFolder now, Path scratch) {
    this.before = before;
    this.now = now;
    this.comparability = Comparability.between(before.editions(), now.editions());
    this.scratch = scratch;
  }

  /**
   * Opens two runs.
   *
   * @param before the folder of the earlier one
   * @param now the folder of the later one
   * @throws NotComparable if one is no run, or if their pseudonyms were made by different keys
   */
  public static RunDifference between(Path before, Path now) throws NotComparable {
    RunFolder old = RunFolder.open(before);
    RunFolder young = RunFolder.open(now);
    if (!old.manifest().parameters().get("key").equals(young.manifest().parameters().get("key"))) {
      throw new NotComparable(
          new Text(
              "两次运行用了不同的假名密钥，无法辨认同一患者",
              "the runs were made with different keys, and no patient can be told to be the same"));
    }
    try {
      return new RunDifference(old, young, Files.createTempDirectory("denovo-diff"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the runs were made with, as far as it differs. */
  public Comparability comparability() {
    return comparability;
  }

  /** The cohorts that both runs have. */
  public List<String> cohorts() {
    TreeSet<String> both = new TreeSet<>(before.cohorts());
    both.retainAll(now.cohorts());
    return List.copyOf(both);
  }

  /** The cohorts that only the later run has. */
  public List<String> came() {
    TreeSet<String> came = new TreeSet<>(now.cohorts());
    came.removeAll(before.cohorts());
    return List.copyOf(came);
  }

  /** The cohorts that only the earlier run has. */
  public List<String> went() {
    TreeSet<String> went = new TreeSet<>(before.cohorts());
    went.removeAll(now.cohorts());
    return List.copyOf(went);
  }

  /** What differs in a cohort that both have. */
  public CohortDifference of(String cohort) {
    return new CohortDifference(cohort, before, now, comparability, scratch);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
