package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records of one person in two centres, from the workbooks to the cohort. Names and numbers are
 * invented: a number of a whole province is nobody's.
 */
class PairsTest {

  private static final String MAPPING =
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

  private static final String HEADER = "编号,姓名,身份证号,性别,出生日期,侧别,确诊日期,手术日期,M,肝转移,生存状态,末次随访\n";

  private static final String COHORT =
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

  @TempDir Path folder;

  @BeforeEach
  void twoCentres() throws IOException {
    for (String centre : List.of("north", "south")) {
      write("mappings/" + centre + ".yaml", MAPPING.formatted(centre));
    }
    write("jobs/cohorts/liver.yaml", COHORT);
    write("own.key", "a key for tests only, 0123456789\n");
    write(
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
        """);
    write(
        "inbox/north_1.csv",
        HEADER
            + "N1,王小红,110000196203041228,女,1962-03-04,左,2018-01-10,,M1,是,存活,2020-01-01\n"
            + "N2,张丽,,女,1970-05-06,右,2018-02-11,2018-06-01,M1,否,存活,2021-01-01\n"
            + "N3,李桂芳,,女,1955-07-08,左,2018-03-12,,M1,是,存活,2021-01-01\n");
    write(
        "inbox/south_1.csv",
        HEADER
            + "S1,Wang Xiaohong,110000196203041228,女,1962-03-04,左,2018-01-12,,M1,否,死亡,\n"
            + "S2,张莉,,女,1970-05-06,右,2018-02-15,2018-06-01,M1,否,存活,2021-03-01\n"
            + "S3,赵敏,,女,1981-09-10,左,2019-04-13,,M1,否,存活,2021-01-01\n");
  }

  @Test
  void aCertainPairIsMergedAndAPossibleOneIsShown() throws IOException {
    assertThat(run().out()).contains("1 record merged, 1 pair to be reviewed");
    assertThat(pairs())
        .containsExactly(
            "open north south birth_date;sex;laterality;date_dx person_name ",
            "certain north south national_id;birth_date;sex;laterality;date_dx person_name ");
    assertThat(flow()).isEqualTo("6,1,0,5");
    assertThat(findings("DUP-05")).containsExactly("north", "south");
    assertThat(findings("DUP-12"))
        .containsExactlyInAnyOrder(
            "north date_dx", "north met_liver", "south date_dx", "south met_liver");
    assertThat(findings("DUP-02")).containsExactly("north national_id", "south national_id");
    assertThat(Files.readString(latest().resolve("quality/report.html")))
        .contains("certainly one person, merged", "same sound");
    assertThat(nothingOf("王小红", "Xiaohong", "张丽", "110000196203041")).isTrue();
  }

  @Test
  void aDecisionHoldsUntilItIsTakenBack() throws IOException {
    run();
    String[] open = pids("open");
    assertThat(pairs("same", open[0], open[1], "--by", "registrar").err()).contains("--why");
    assertThat(pairs("sane", open[0], open[1]).err()).contains("did you mean 'same'?");
    assertThat(pairs("same", open[0], "nobody", "--by", "r", "--why", "w").err())
        .contains("the registry has no record 'nobody'");
    Said noted = pairs("same", open[1], open[0], "--by", "registrar", "--why", "=called her");
    assertThat(noted.code()).isZero();

    assertThat(run().out()).contains("2 records merged, 0 pairs to be reviewed");
    assertThat(pairs()).anyMatch(row -> row.startsWith("same north south "));
    assertThat(flow()).isEqualTo("6,2,0,4");
    assertThat(findings("DUP-05")).isEmpty();
    assertThat(pairs("--standing", "same").out()).contains("\tregistrar\t=called her\t2022-07-15");
    assertThat(run().out()).contains("Nothing changed");

    String[] certain = pids("certain");
    pairs("different", certain[0], certain[1], "--by", "registrar", "--why", "sisters");
    pairs("open", open[0], open[1], "--by", "registrar", "--why", "not sure");
    assertThat(run().out()).contains("0 records merged, 1 pair to be reviewed");
    assertThat(flow()).isEqualTo("6,0,0,6");
    assertThat(findings("DUP-02")).as("somebody decided").isEmpty();
  }

  private Said run() {
    return Said.by("run", job());
  }

  private Said pairs(String... arguments) {
    return Said.by(
        Stream.concat(Stream.of("pairs", "--job", job()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private String job() {
    return folder.resolve("jobs/nightly.yaml").toString();
  }

  /** {@code standing centre other_centre agree nearly_agree differ} of each pair. */
  private List<String> pairs() throws IOException {
    return rows("quality/duplicates.csv")
        .map(row -> String.join(" ", row[0], row[1], row[3], row[7], row[8], row[9]))
        .toList();
  }

  private String[] pids(String standing) throws IOException {
    return rows("quality/duplicates.csv")
        .filter(row -> row[0].equals(standing))
        .map(row -> new String[] {row[2], row[4]})
        .findFirst()
        .orElseThrow();
  }

  /** {@code in,excluded,unknown,out} of the step that merges. */
  private String flow() throws IOException {
    return rows("cohorts/liver/flow.csv")
        .filter(row -> row[0].equals("one_per_person"))
        .map(row -> String.join(",", row[3], row[4], row[5], row[6]))
        .findFirst()
        .orElseThrow();
  }

  /** The centre and the field of each finding of a rule. */
  /** Those that are there; what is gone since the last run has a row of its own. */
  private List<String> findings(String rule) throws IOException {
    return rows("quality/findings.csv")
        .filter(row -> row[4].equals(rule) && !row[1].equals("resolved"))
        .map(row -> (row[2] + " " + row[7]).strip())
        .toList();
  }

  /** The rows of a file in which nothing before the columns asked for is quoted. */
  private Stream<String[]> rows(String file) throws IOException {
    return Files.readAllLines(latest().resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1));
  }

  /** True if no file of the run nor the database holds any of these texts. */
  private boolean nothingOf(String... texts) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("inbox")))
          .allMatch(file -> Stream.of(texts).noneMatch(text -> holds(file, text)));
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      return bytes.contains(
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path latest() throws IOException {
    Path out = folder.resolve("out/nightly");
    return out.resolve(Files.readString(out.resolve("latest")).strip());
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
