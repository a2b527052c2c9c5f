package org.denovo.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlFolder;
import org.denovo.yaml.YamlNode;

/** Reads job files. */
public final class JobFiles {

  static final List<String> KEYS =
      List.of(
          "schema",
          "job",
          "title",
          "inbox",
          "mappings",
          "cohorts",
          "rules",
          "out",
          "data",
          "key",
          "as-of",
          "accrual",
          "schedule",
          "stable-after",
          "limits",
          "gates",
          "queries",
          "privacy");

  static final List<String> ACCRUAL_KEYS = List.of("from", "to");
  static final List<String> SCHEDULE_KEYS = List.of("cron", "zone");
  static final List<String> GATE_KEYS =
      List.of("warn-quarantined", "max-quarantined", "warn-errors", "max-errors");

  /** A copy over a slow line pauses for some seconds, not for a minute. */
  private static final Duration STABLE_AFTER = Duration.ofMinutes(1);

  private JobFiles() {}

  /**
   * Reads a job file; every problem in it is noted. Its paths are meant from the folder that holds
   * the {@code jobs} folder, or from the file's own folder if it lies elsewhere.
   */
  public static Optional<JobFile> read(Path file, Problems problems) {
    return read(file, Files::isDirectory, problems);
  }

  /** The same of a job of which only the files are kept: its inbox may be gone. */
  public static Optional<JobFile> readFrozen(Path file, Problems problems) {
    return read(file, folder -> true, problems);
  }

  private static Optional<JobFile> read(Path file, Predicate<Path> stands, Problems problems) {
    Path absolute = file.toAbsolutePath().normalize();
    Path root = root(absolute);
    return YamlFile.read(root, absolute, problems)
        .map(node -> job(root, absolute, node, stands, problems));
  }

  /** The project folder of a job file. */
  public static Path root(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    boolean inJobs = folder.getFileName() != null && folder.endsWith("jobs");
    return inJobs && folder.getParent() != null ? folder.getParent() : folder;
  }

  private static JobFile job(
      Path root, Path file, YamlNode node, Predicate<Path> stands, Problems problems) {
    node.onlyKeys(problems, KEYS);
    node.require("schema", problems)
        .filter(schema -> !schema.text().equals("1"))
        .ifPresent(
            schema ->
                problems.add(schema, new Text("schema应为1", "schema must be 1"), "", List.of("1")));
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    node.require("job", problems)
        .filter(name -> !name.text().equals(stem))
        .ifPresent(
            name ->
                problems.add(
                    name,
                    new Text("作业名应与文件名相同：{0}", "the job must be named like its file: {0}")
                        .with(stem)));
    Path data = path(root, node, "data", problems).orElse(root.resolve("data"));
    return new JobFile(
        stem,
        node.get("title").map(t -> t.asBilingual(problems)).orElse(Text.same(stem)),
        root,
        file,
        folder(root, node, "inbox", stands, problems),
        folder(root, node, "mappings", Files::isDirectory, problems),
        cohorts(file, node, problems),
        rules(root, file, node, problems),
        path(root, node, "out", problems).orElse(root.resolve("out")),
        data,
        path(root, node, "key", problems),
        value(node, "as-of", LocalDate::parse, "2022-06-30", problems),
        node.get("accrual").flatMap(a -> accrual(a, problems)),
        node.get("schedule").flatMap(s -> schedule(s, problems)),
        value(node, "stable-after", JobFiles::duration, "60 s", problems).orElse(STABLE_AFTER),
        node.get("limits").map(l -> LimitsBlock.read(l, problems)).orElse(Limits.DEFAULT),
        node.get("gates").map(g -> gates(g, problems)).orElse(Gates.OPEN),
        node.get("privacy").map(p -> PrivacyBlock.read(p, problems)).orElse(Privacy.DEFAULT),
        node.get("queries").map(q -> QueriesBlock.read(q, problems)));
  }

  private static List<Path> cohorts(Path file, YamlNode node, Problems problems) {
    Path folder = file.getParent().resolve("cohorts");
    List<Path> cohorts = new ArrayList<>();
    for (YamlNode item : node.get("cohorts").map(c -> c.asList(problems)).orElse(List.of())) {
      Path cohort = folder.resolve(item.text() + ".yaml").normalize();
      if (cohort.startsWith(folder) && Files.isRegularFile(cohort)) {
        cohorts.add(cohort);
      } else {
        problems.add(
            item,
            new Text("没有队列“{0}”", "there is no cohort '{0}'").with(item.text()),
            item.text(),
            stems(folder));
      }
    }
    return cohorts;
  }

  private static List<String> stems(Path folder) {
    return YamlFolder.files(folder, folder, new Problems()).stream()
        .map(f -> f.getFileName().toString())
        .map(f -> f.substring(0, f.length() - 5))
        .toList();
  }

  /** The files of the folder that is named, else of the one beside the job file. */
  private static List<Path> rules(Path root, Path file, YamlNode node, Problems problems) {
    return YamlFolder.files(
        root,
        node.get("rules").isPresent()
            ? folder(root, node, "rules", Files::isDirectory, problems)
            : file.resolveSibling("rules"),
        problems);
  }

  private static Path folder(
      Path root, YamlNode node, String key, Predicate<Path> stands, Problems problems) {
    if (node.require(key, problems).isEmpty()) {
      return root;
    }
    Path folder = path(root, node, key, problems).orElse(root);
    if (!stands.test(folder)) {
      problems.add(
          node.get(key).orElseThrow(),
          new Text("没有文件夹“{0}”", "there is no folder '{0}'")
              .with(node.get(key).orElseThrow().text()));
    }
    return folder;
  }

  private static Optional<Path> path(Path root, YamlNode node, String key, Problems problems) {
    return node.text(key, problems).map(text -> root.resolve(text).normalize());
  }

  private static Optional<JobFile.Accrual> accrual(YamlNode node, Problems problems) {
    node.onlyKeys(problems, ACCRUAL_KEYS);
    node.require("from", problems);
    node.require("to", problems);
    Optional<LocalDate> from = value(node, "from", LocalDate::parse, "2017-01-01", problems);
    Optional<LocalDate> to = value(node, "to", LocalDate::parse, "2018-12-31", problems);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().isAfter(to.get())) {
      problems.add(node, new Text("起始日晚于截止日", "the first day is after the last"));
      return Optional.empty();
    }
    return Optional.of(new JobFile.Accrual(from.get(), to.get()));
  }

  private static Optional<Schedule> schedule(YamlNode node, Problems problems) {
    node.onlyKeys(problems, SCHEDULE_KEYS);
    Optional<YamlNode> cron = node.require("cron", problems);
    ZoneId zone =
        value(node, "zone", ZoneId::of, "Asia/Shanghai", problems).orElse(ZoneId.systemDefault());
    return cron.flatMap(
        c -> value(node, "cron", text -> new Schedule(text, zone), "0 2 * * *", problems));
  }

  private static Gates gates(YamlNode node, Problems problems) {
    node.onlyKeys(problems, GATE_KEYS);
    return new Gates(
        value(node, "warn-quarantined", JobFiles::count, "3", problems)
            .orElse(Gates.OPEN.warnQuarantined()),
        value(node, "max-quarantined", JobFiles::count, "3", problems)
            .orElse(Gates.OPEN.maxQuarantined()),
        value(node, "warn-errors", JobFiles::percent, "20 %", problems)
            .orElse(Gates.OPEN.warnErrorPct()),
        value(node, "max-errors", JobFiles::percent, "20 %", problems)
            .orElse(Gates.OPEN.maxErrorPct()));
  }

  /** A key's value as read; a problem with an example if it cannot be. */
  static <T> Optional<T> value(
      YamlNode node, String key, Function<String, T> read, String example, Problems problems) {
    Optional<YamlNode> at = node.get(key);
    Optional<String> text = node.text(key, problems);
    if (at.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(text.get()));
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(
          at.get(),
          new Text("“{0}”无法理解，写法如“{1}”", "'{0}' is not understood; write it like '{1}'")
              .with(text.get(), example));
      return Optional.empty();
    }
  }

  private static Duration duration(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(parts[0]);
    return switch (parts[1]) {
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static double percent(String text) {
    double share = Double.parseDouble(text.replace("%", "").strip());
    if (!(share >= 0 && share <= 100)) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  static int count(String text) {
    int count = Integer.parseInt(text.strip());
    if (count < 0) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }
}
