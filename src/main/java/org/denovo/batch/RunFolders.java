package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of a job's runs. What is being made there, or taken away, is hidden: a reader sees
 * whole runs only, and {@code latest}, which names the last good one.
 *
 * @param folder the job's folder
 */
record RunFolders(Path folder) {

  private static final String LATEST = "latest";
  private static final String PART = ".part";

  /** The folder of a run's outputs. */
  Path of(String runId) {
    return folder.resolve(runId);
  }

  /** An empty place in which a run's outputs are made. */
  Path part(String runId) {
    Path part = folder.resolve("." + runId + PART);
    delete(part);
    return part;
  }

  /** Shows a run that is whole, and makes it the last good one. */
  void publish(String runId, Path part) {
    hide(runId);
    move(part, of(runId));
    point(runId);
  }

  /** Removes a place in which outputs were made. */
  void drop(Path part) {
    delete(part);
  }

  /**
   * Removes what killed runs left behind.
   *
   * @param abandoned runs that will not be finished; one of them may have been shown before it was
   *     killed
   * @param lastGood the run that the registry knows as published
   */
  void clear(List<String> abandoned, Optional<String> lastGood) {
    for (String run : abandoned) {
      if (Files.exists(of(run))) {
        pointBack(run, lastGood);
        hide(run);
      }
    }
    for (Path hidden : hidden()) {
      delete(hidden);
    }
  }

  private void pointBack(String from, Optional<String> lastGood) {
    Path latest = folder.resolve(LATEST);
    try {
      if (Files.exists(latest) && Files.readString(latest).strip().equals(from)) {
        if (lastGood.filter(run -> Files.isDirectory(of(run))).isPresent()) {
          point(lastGood.get());
        } else {
          Files.delete(latest);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void point(String runId) {
    Path next = folder.resolve("." + LATEST + PART);
    try {
      Files.writeString(next, runId + "\n");
      Files.move(
          next,
          folder.resolve(LATEST),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a run out of sight at once; deleting it takes longer. */
  private void hide(String runId) {
    if (Files.exists(of(runId))) {
      Path old = folder.resolve("." + runId + ".old" + PART);
      delete(old);
      move(of(runId), old);
      delete(old);
    }
  }

  private List<Path> hidden() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("."))
          .filter(file -> file.getFileName().toString().endsWith(PART))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
