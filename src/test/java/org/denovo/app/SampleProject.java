package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.batch.Night;
import org.denovo.batch.NightResult;
import org.denovo.batch.NightRunner;
import org.denovo.batch.Progress;
import org.denovo.store.Database;
import org.denovo.store.Schema;
import org.denovo.yaml.Problems;

/**
 * The sample registry's jobs, mappings and workbooks, copied to a folder of its own, so that its
 * outputs and its database lie there as well. Every patient in it is invented.
 */
record SampleProject(Path root) {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();

  /** A run's folder, as it is named. */
  static final String RUN_ID = "\\d{8}T\\d{6}Z-[0-9a-f]{8}";

  /** A copy of the whole sample registry. */
  static SampleProject in(Path folder) {
    for (String part : List.of("jobs", "mappings", "sample-data")) {
      copy(REPOSITORY.resolve(part), folder.resolve(part));
    }
    return new SampleProject(folder);
  }

  /** A copy with only the workbooks of centres whose code begins with one of these. */
  static SampleProject in(Path folder, String... centres) {
    SampleProject project = in(folder);
    for (Path workbook : list(project.inbox())) {
      String name = workbook.getFileName().toString();
      if (Arrays.stream(centres).noneMatch(name::startsWith)) {
        project.remove(name);
      }
    }
    return project;
  }

  Path job() {
    return root.resolve("jobs/nightly.yaml");
  }

  Path inbox() {
    return root.resolve("sample-data/inbox");
  }

  /** The folder of the job's runs. */
  Path out() {
    return root.resolve("out/nightly");
  }

  /** A workbook in the inbox. */
  Path workbook(String name) {
    return inbox().resolve(name);
  }

  void remove(String workbook) {
    try {
      Files.delete(workbook(workbook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a workbook as the repository has it into the inbox. */
  void restore(String workbook) {
    copy(REPOSITORY.resolve("sample-data/inbox").resolve(workbook), workbook(workbook));
  }

  /** Replaces one text in a file of the project by another. */
  void edit(String file, String from, String to) {
    Path path = root.resolve(file);
    try {
      String before = Files.readString(path);
      assertThat(before).as(file).contains(from);
      Files.writeString(path, before.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run's folder that {@code latest} names. */
  Path latest() {
    try {
      return out().resolve(Files.readString(out().resolve("latest")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a reader of the job's outputs sees: the names of all that is not hidden. */
  List<String> visible() {
    return list(out()).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> !name.startsWith("."))
        .toList();
  }

  /** Everything in the job's outputs that is hidden: what was being made. */
  List<String> hidden() {
    return list(out()).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.startsWith("."))
        .toList();
  }

  /** The night as the command line would run it, on so many threads. */
  Night night(int threads) {
    Problems problems = new Problems();
    Optional<Night> night = Configuration.night(job(), problems);
    assertThat(problems.sorted()).isEmpty();
    Night n = night.orElseThrow();
    return new Night(
        n.job(),
        n.mappings(),
        n.cohorts(),
        n.localRules(),
        n.key(),
        n.configHash(),
        n.version(),
        n.codeHash(),
        threads);
  }

  /** Runs the night in this process, on a database. */
  NightResult run(Database database, int threads) {
    return run(database, threads, Clock.systemUTC());
  }

  /** The same at another time. */
  NightResult run(Database database, int threads, Clock clock) {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.url());
      source.setUsername(database.user());
      source.setPassword(database.password());
      Schema.migrate(source, database);
      return new NightRunner(source, clock, Progress.SILENT).run(night(threads));
    }
  }

  /** Fails with the name of the first file in which two runs differ, in name or in any byte. */
  static void assertSameBytes(Path run, Path other) {
    Map<String, Path> left = files(run);
    Map<String, Path> right = files(other);
    assertThat(left).as("files of " + run).isNotEmpty();
    assertThat(right.keySet()).as("names of files").isEqualTo(left.keySet());
    left.forEach((name, file) -> assertSameFile(name, file, right.get(name)));
  }

  static void assertSameFile(String name, Path file, Path other) {
    try {
      long at = Files.mismatch(file, other);
      assertThat(at)
          .as("%s: first byte that differs (-1: none) between %s and %s", name, file, other)
          .isEqualTo(-1L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder, by their path from it. */
  static Map<String, Path> files(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> files.put(folder.relativize(path).toString().replace('\\', '/'), path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
