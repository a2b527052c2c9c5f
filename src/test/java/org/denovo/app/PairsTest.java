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

  @TempDir Path folder;

  private SmallProject project;

  @BeforeEach
  void twoCentres() {
    project = SmallProject.ofPairs(folder);
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
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
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

  /** The possible pair, whose numbers now differ in the last digit, of which one is wrong. */
  @Test
  void aPairWhoseNumbersDifferByAWrongCheckCharacterIsSaidToBeMistyped() throws IOException {
    project.edit("inbox/north_1.csv", "张丽,,", "张丽,110000197005061222,");
    project.edit("inbox/south_1.csv", "张莉,,", "张莉,110000197005061223,");
    run();
    assertThat(findings("DUP-04")).containsExactly("north", "south");
    assertThat(findings("DUP-05")).isEmpty();
    assertThat(findings("CON-18")).containsExactly("south national_id");
  }

  /** ER is told by one record only, and cannot be 130 %. */
  @Test
  void anErrorInAValueThatAnotherRecordGaveKeepsThePersonOut() throws IOException {
    project.edit("mappings/south.yaml", "肝转移: met_liver", "肝转移: met_liver\n      ER: er_pct");
    project.edit("inbox/south_1.csv", "末次随访\n", "末次随访,ER\n");
    project.edit("inbox/south_1.csv", "死亡,\n", "死亡,,130\n");
    project.edit("jobs/cohorts/liver.yaml", "endpoints:", "needs: [E4]\nendpoints:");
    run();
    String[] certain = pids("certain");
    assertThat(obstaclesOf(certain[0])).as("at the leading record").contains("CON-07 E4");
    assertThat(blocked()).isEqualTo(1);
    Said why = project.ask("why", "--patient", certain[0]);
    assertThat(why.out()).as(why.err()).contains("CON-07");

    project.edit("mappings/north.yaml", "肝转移: met_liver", "肝转移: met_liver\n      ER: er_pct");
    project.edit("inbox/north_1.csv", "末次随访\n", "末次随访,ER\n");
    project.edit("inbox/north_1.csv", "存活,2020-01-01\n", "存活,2020-01-01,30\n");
    run();
    assertThat(obstaclesOf(certain[0])).as("her ER is her own").doesNotContain("CON-07 E4");
    assertThat(blocked()).isZero();
    assertThat(findings("CON-07")).as("which does not mend it").containsExactly("south er_pct");
  }

  private List<String> obstaclesOf(String pid) throws IOException {
    return rows("registry/obstacles.csv")
        .filter(row -> row[0].equals(pid))
        .map(row -> row[2] + " " + row[3])
        .toList();
  }

  private long blocked() throws IOException {
    return rows("cohorts/liver/flow.csv")
        .filter(row -> row[0].equals("nothing_blocked"))
        .mapToLong(row -> Long.parseLong(row[5]))
        .findFirst()
        .orElseThrow();
  }

  private Said run() {
    return project.run();
  }

  private Said pairs(String... arguments) {
    return project.ask(
        Stream.concat(Stream.of("pairs"), Stream.of(arguments)).toArray(String[]::new));
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

  /** The centre and the field of each finding of a rule that stands. */
  private List<String> findings(String rule) throws IOException {
    return rows("quality/findings.csv")
        .filter(row -> row[4].equals(rule) && !row[1].equals("resolved"))
        .map(row -> (row[2] + " " + row[7]).strip())
        .toList();
  }

  /** The rows of a file in which nothing before the columns asked for is quoted. */
  private Stream<String[]> rows(String file) throws IOException {
    return Files.readAllLines(project.latest().resolve(file)).stream()
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
}
