package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denovo.job.JobFile;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;

/**
 * A published run as somebody names it: a folder, a run id or the beginning of one, {@code latest},
 * or {@code latest~2} for the second one before it.
 */
final class RunName {

  private static final Pattern BACK = Pattern.compile("latest(?:~(\\d{1,6}))?");
  private static final Pattern RUN_ID = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{8}");

  private RunName() {}

  /** The run's folder; nothing, and a word on the terminal, if there is no such run. */
  static Optional<Path> find(String name, JobFile job, Terminal terminal) {
    Path folder = LastGoodRun.followed(Path.of(name));
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    Matcher back = BACK.matcher(name);
    if (back.matches()) {
      return LastGoodRun.of(job, terminal)
          .flatMap(latest -> back(name, latest, back.group(1), terminal));
    }
    List<Path> runs = runs(job.out().resolve(job.name()));
    List<Path> fitting = runs.stream().filter(run -> id(run).startsWith(name)).toList();
    if (fitting.size() == 1) {
      return Optional.of(fitting.get(0));
    }
    Text none =
        fitting.isEmpty()
            ? new Text("没有运行“{0}”", "there is no run '{0}'").with(name)
            : new Text("“{0}”不止一次运行", "'{0}' is the beginning of several runs").with(name);
    terminal.error(
        Nearest.to(name, runs.stream().map(RunName::id).toList())
            .map(near -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(none, near))
            .orElse(none));
    return Optional.empty();
  }

  private static Optional<Path> back(String name, Path latest, String steps, Terminal terminal) {
    List<Path> runs = runs(latest.getParent());
    int at = runs.indexOf(latest) - (steps == null ? 0 : Integer.parseInt(steps));
    if (at < 0) {
      terminal.error(
          new Text("没有“{0}”：还在的运行文件夹数为{1}", "there is no '{0}': run folders that are there: {1}")
              .with(name, runs.size()));
      return Optional.empty();
    }
    return Optional.of(runs.get(at));
  }

  /** The folders of a job's published runs, in the order of time. */
  private static List<Path> runs(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> RUN_ID.matcher(id(file)).matches()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(Path run) {
    return run.getFileName().toString();
  }
}
