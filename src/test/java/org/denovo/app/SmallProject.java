package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A project of two invented centres and one cohort, small enough to be known by heart. */
final class SmallProject {

  private static final String HEADER = "编号,姓名,确诊日期,分期,转移部位,手术方式,手术日期,生存状态,末次随访,死亡日期,ER(%)";

  private static final String MAPPING =
      """
      # The %1$s hospital, invented.
      schema: 1
      centre: %1$s
      version: 1.0.0
      title: {zh: 虚构医院, en: An invented hospital}
      workbooks: "%1$s_*.csv"
      sheets:
        - patient: 编号
          columns:
            确诊日期: date_dx
            分期: tnm
            转移部位: metastases
            手术方式: operation
            手术日期: date_primary_surgery
            生存状态: {field: vital_status, codes: {"1": alive, "2": dead}}
            末次随访: date_last_contact
            死亡日期: date_death
            "ER(%%)": er_pct
          ignore: [姓名]
      words:
        surgery_type:
          simple_mastectomy: ["全切术"]
      """;

  private static final String PAIRS_MAPPING =
      """
      schema: 1
      centre: %1$s
      title: {zh: 虚构, en: Invented}
      workbooks: "%1$s_*.csv"
      data-cut: 2022-06-30
      sheets:
        - patient: 编号
          columns:
            姓名: person_name
            身份证号: national_id
            性别: sex
            出生日期: birth_date
            侧别: laterality
            确诊日期: date_dx
            手术日期: date_primary_surgery
            M: m_cat
            肝转移: met_liver
            生存状态: vital_status
            末次随访: date_last_contact
      """;

  private static final String PAIRS_HEADER = "编号,姓名,身份证号,性别,出生日期,侧别,确诊日期,手术日期,M,肝转移,生存状态,末次随访\n";

  private static final String PAIRS_COHORT =
      """
      schema: 1
      cohort: liver
      version: 1.0.0
      title: {zh: 肝转移, en: Liver}
      source: invented
      parameters: {de_novo_rule: window90, subtype_rule: stgallen2013, oligo_rule: oligo_abc5}
      population:
        - keep: {zh: M1, en: M1}
          name: m1
          where: m_cat == 'M1'
      time_zero: date_dx
      exposure:
        arms:
          liver: {title: {zh: 有, en: liver}, where: met_liver}
          no_liver: {title: {zh: 无, en: none}, where: '!met_liver'}
        window: 243 d
      endpoints: [OS]
      designs: [ever_never]
      """;

  private final Path root;
  private Instant clock;

  private SmallProject(Path root, Instant clock) {
    this.root = root;
    this.clock = clock;
  }

  SmallProject(Path root) {
    this(root, Instant.parse("2020-07-01T00:00:00Z"));
    write("mappings/north.yaml", MAPPING.formatted("north"));
    write("mappings/south.yaml", MAPPING.formatted("south"));
    write(
        "jobs/nightly.yaml",
        """
        schema: 1
        job: nightly
        title: {zh: 夜间作业, en: Night}
        inbox: inbox
        mappings: mappings
        cohorts: [operated]
        as-of: 2020-07-15
        key: own.key
        stable-after: 0 s
        privacy: {small-cells: 0}
        """);
    write(
        "jobs/cohorts/operated.yaml",
        """
        schema: 1
        cohort: operated
        version: 1.0.0
        title: {zh: 手术与非手术, en: Operated or not}
        source: invented
        population:
          - name: stage_iv
            keep: {zh: Ⅳ期, en: Stage IV}
            where: stage_group == 'IV' && (met_bone || met_liver)
        time_zero: date_dx
        exposure:
          arms:
            operated: {title: {zh: 手术, en: Operated}, where: primary_surgery_done}
            not_operated: {title: {zh: 未手术, en: Not operated}, where: '!primary_surgery_done'}
          window: 243 d
        endpoints: [OS]
        designs: [ever_never]
        """);
    write("own.key", "a key for tests only, 0123456789\n");
    write("inbox/.keep", "");
  }

  /**
   * A project of two other centres, of which two records are certainly of one person and two may
   * be. Names and numbers are invented: a number of a whole province is nobody's.
   */
  static SmallProject ofPairs(Path root) {
    SmallProject project = new SmallProject(root, Instant.parse("2020-07-01T00:00:00Z"));
    for (String centre : List.of("north", "south")) {
      project.write("mappings/" + centre + ".yaml", PAIRS_MAPPING.formatted(centre));
    }
    project.write("jobs/cohorts/liver.yaml", PAIRS_COHORT);
    project.write("own.key", "a key for tests only, 0123456789\n");
    project.write(
        "jobs/nightly.yaml",
        """
        schema: 1
        job: nightly
        inbox: inbox
        mappings: mappings
        cohorts: [liver]
        as-of: 2022-07-15
        key: own.key
        stable-after: 0 s
        privacy: {small-cells: 0}
        """);
    project.write(
        "inbox/north_1.csv",
        PAIRS_HEADER
            + "N1,王小红,110000196203041228,女,1962-03-04,左,2018-01-10,,M1,是,存活,2020-01-01\n"
            + "N2,张丽,,女,1970-05-06,右,2018-02-11,2018-06-01,M1,否,存活,2021-01-01\n"
            + "N3,李桂芳,,女,1955-07-08,左,2018-03-12,,M1,是,存活,2021-01-01\n");
    project.write(
        "inbox/south_1.csv",
        PAIRS_HEADER
            + "S1,Wang Xiaohong,110000196203041228,女,1962-03-04,左,2018-01-12,,M1,否,死亡,\n"
            + "S2,张莉,,女,1970-05-06,右,2018-02-15,2018-06-01,M1,否,存活,2021-03-01\n"
            + "S3,赵敏,,女,1981-09-10,左,2019-04-13,,M1,否,存活,2021-01-01\n");
    return project;
  }

  /** A copy of a project with its registry and its runs, to go on from there. */
  static SmallProject copy(Path from, Path to) {
    try {
      for (Map.Entry<String, Path> file : SampleProject.files(from).entrySet()) {
        Path copy = to.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.copy(file.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SmallProject(to, Instant.parse("2020-08-01T00:00:00Z"));
  }

  /** Four patients of the north: operated, not operated, of unknown stage, dead. */
  static List<String> north() {
    return new ArrayList<>(
        List.of(
            "N1,甲,2019-01-11,cT2N1M1,骨,全切术,2019-03-01,1,2020-05-01,,80",
            "N2,乙,2019-02-11,cT2N1M1,肝,未手术,,1,2020-05-02,,90",
            "N3,丙,2019-03-11,,骨,未手术,,1,2020-05-03,,0",
            "N4,丁,2019-04,cT3N0M1,骨；肺,未手术,,2,,2020-02-01,40"));
  }

  /** Two patients of the south. */
  static List<String> south() {
    return new ArrayList<>(
        List.of(
            "S1,戊,2019-05-11,cT2N1M1,骨,全切术,2019-06-01,1,2020-05-01,,80",
            "S2,己,2019-06-11,cT2N1M1,肝,未手术,,1,2020-05-02,,90"));
  }

  /** Puts a workbook into the inbox, later than all before. */
  SmallProject send(String name, List<String> rows) {
    write("inbox/" + name, HEADER + "\n" + String.join("\n", rows) + "\n");
    clock = clock.plusSeconds(3600);
    try {
      Files.setLastModifiedTime(root.resolve("inbox").resolve(name), FileTime.from(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  void write(String file, String text) {
    Path path = root.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces one text in a file of the project by another. */
  void edit(String file, String from, String to) {
    try {
      String before = Files.readString(root.resolve(file));
      if (!before.contains(from)) {
        throw new AssertionError(file + " without " + from);
      }
      write(file, before.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  /** The nightly job. */
  Said run() {
    return by("run", root.resolve("jobs/nightly.yaml").toString());
  }

  /** A command that names the job by {@code --job}. */
  Said ask(String... arguments) {
    return by(
        Stream.concat(
                Arrays.stream(arguments),
                Stream.of("--job", root.resolve("jobs/nightly.yaml").toString()))
            .toArray(String[]::new));
  }

  /** A command that somebody notes something with, and that has to be accepted. */
  void note(String... arguments) {
    Said said = ask(arguments);
    assertThat(said.code()).as(said.err()).isZero();
  }

  /** The lines of a file of the last good run that hold a text. */
  List<String> lines(String file, String with) {
    try {
      return Files.readAllLines(latest().resolve(file)).stream()
          .filter(line -> line.contains(with))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Said by(String... arguments) {
    return Said.by(arguments);
  }

  /** The folder of the last good run. */
  Path latest() {
    Path out = root.resolve("out/nightly");
    try {
      return out.resolve(Files.readString(out.resolve("latest")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A patient's pseudonym, by the cell in the first column of the lineage that names her row. */
  String pid(String workbook, int row) {
    try {
      return Files.readAllLines(latest().resolve("registry/lineage.csv")).stream()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells.length > 6 && cells[4].equals(workbook))
          .filter(cells -> cells[6].equals("C" + row))
          .map(cells -> cells[0])
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
