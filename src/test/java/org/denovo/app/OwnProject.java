package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.denovo.check.RuleCount;
import org.denovo.check.Standing;
import org.denovo.extract.RulesFile;

/** A small project of one invented centre whose workbooks come one after another. */
final class OwnProject {

  private static final String MAPPING =
      """
      # The North hospital, invented.
      schema: 1
      centre: north
      title: {zh: 北方医院（虚构）, en: North Hospital}
      workbooks: "north_*.csv"
      data-cut: 2020-06-30
      sheets:
        - patient: 编号          # who
          columns:
            身份证号: national_id
            侧别: laterality
            确诊日期: date_dx
            "ER(%)": er_pct      # in percent
            "大小": {field: tumor_size_mm, unit: mm}
            末次随访: date_last_contact
      words:
        laterality:
          left: ["左"]
      """;

  static final String HEADER = "编号,身份证号,侧别,确诊日期,ER(%),大小,末次随访";

  private final Path root;
  private Instant clock = Instant.parse("2020-07-01T00:00:00Z");

  OwnProject(Path root) {
    this.root = root;
    write("mappings/north.yaml", MAPPING);
    write(
        "jobs/nightly.yaml",
        """
        schema: 1
        job: nightly
        title: {zh: 夜间作业, en: Night}
        inbox: inbox
        mappings: mappings
        as-of: 2020-07-15
        key: own.key
        stable-after: 0 s
        """);
    write("own.key", "a key for tests only, 0123456789\n");
    write("inbox/.keep", "");
  }

  private void write(String file, String text) {
    Path path = root.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many patients, each with values of her own. */
  static List<String> patients(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(
          "P%d,,左,2019-%02d-11,%d,%d,2020-05-%02d"
              .formatted(i, 1 + i % 12, i * 37 % 101, 10 + 3 * i, 1 + i % 28));
    }
    return rows;
  }

  /** Puts a workbook into the inbox, later than all before. */
  OwnProject send(String name, List<String> rows) {
    return send(name, HEADER, rows);
  }

  OwnProject send(String name, String header, List<String> rows) {
    write("inbox/" + name, header + "\n" + String.join("\n", rows) + "\n");
    return touch(name);
  }

  OwnProject touch(String name) {
    clock = clock.plusSeconds(3600);
    try {
      Files.setLastModifiedTime(root.resolve("inbox").resolve(name), FileTime.from(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  void remove(String name) throws IOException {
    Files.delete(root.resolve("inbox").resolve(name));
  }

  void edit(String file, String from, String to) throws IOException {
    String before = Files.readString(root.resolve(file));
    if (!before.contains(from)) {
      throw new AssertionError(from);
    }
    write(file, before.replace(from, to));
  }

  Path job() {
    return root.resolve("jobs/nightly.yaml");
  }

  Path mapping() {
    return root.resolve("mappings/north.yaml");
  }

  Said run(String... options) {
    return Said.by(
        Stream.concat(Stream.of("run", job().toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  Path latest() throws IOException {
    Path out = root.resolve("out/nightly");
    return out.resolve(Files.readString(out.resolve("latest")).strip());
  }

  List<String> lines(String file) throws IOException {
    List<String> lines = Files.readAllLines(latest().resolve(file));
    return lines.subList(1, lines.size());
  }

  /** The rules with a finding, one for each. */
  List<String> rules(String family) throws IOException {
    return lines("quality/findings.csv").stream()
        .filter(line -> Standing.of(line.split(",")[1]).isUnresolved())
        .map(line -> line.split(",")[4])
        .filter(rule -> rule.startsWith(family))
        .toList();
  }

  /** {@code field kind old new old_cell new_cell cause rule} of each change. */
  List<String> changes() throws IOException {
    return lines("quality/changes.csv").stream()
        .map(line -> line.split(",", 3)[2].replace(',', ' '))
        .toList();
  }

  /** {@code judged,broken,not_applicable} of a rule. */
  String count(String rule) throws IOException {
    RuleCount count = RulesFile.read(latest().resolve("quality/rules.csv")).get(rule);
    return count.judged() + "," + count.broken() + "," + count.notApplicable();
  }
}
