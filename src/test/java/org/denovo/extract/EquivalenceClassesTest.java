package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of which every class can be counted by hand. */
class EquivalenceClassesTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("patient_pid", "假名", "Pseudonym"),
          Column.number("age_at_dx", new Text("年龄", "Age"), Column.Kind.WHOLE, "a"),
          Column.code("sex", new Text("性别", "Sex"), List.of()),
          Column.code("death", new Text("死亡", "Death"), Column.NO_YES));

  private static final Anonymity TWO =
      new Anonymity(2, List.of("age_at_dx", "sex", "not_in_this_file"), List.of("death"));

  @Test
  void aFileIsCountedAsItIs() {
    Alike.Risk asItIs = risks("51 f 0", "51 f 1", "52 f 0", "58 f 0", "63 m 1").get(0);
    assertThat(asItIs)
        .isEqualTo(new Alike.Risk("age_at_dx;sex", List.of(), 4, 1, 5, 3, 1, 3, false));
  }

  @Test
  void aFileThatReachesKNeedsNothing() {
    List<Alike.Risk> risks = risks("51 f 0", "51 f 1", "63 m 1", "63 m 1");
    assertThat(minimal(risks)).containsExactly("age_at_dx;sex");
    assertThat(risks.get(0).below()).isZero();
    // Whoever is known to be the man of 63 is known to have died.
    assertThat(risks.get(0).alike()).isEqualTo(2);
    assertThat(risks.get(0).leastDiverse()).isEqualTo(1);
  }

  @Test
  void theWaysToReachKAreNoCoarserThanTheyMust() {
    // 51 and 54 are of one five years; 63 is alone until 20 years or none are told apart.
    List<Alike.Risk> risks = risks("51 f 0", "54 f 1", "63 f 1", "71 f 0");
    assertThat(minimal(risks)).containsExactly("age_at_dx/20;sex");
    assertThat(risks.stream().filter(Alike.Risk::isMinimal).findFirst())
        .hasValueSatisfying(
            risk -> assertThat(Text.joined(risk.says()).en()).isEqualTo("Age in bands of 20"));
  }

  @Test
  void twoWaysThatDoNotContainEachOtherAreBothNamed() {
    assertThat(minimal(risks("51 f 0", "51 m 1", "63 f 1", "63 m 0")))
        .containsExactly("age_at_dx;sex=-", "age_at_dx=-;sex");
  }

  @Test
  void onePatientIsNeverLikeAnother() {
    assertThat(minimal(risks("51 f 0"))).isEmpty();
  }

  @Test
  void aMissingValueTellsApart() {
    List<Alike.Risk> risks = risks("51 f 0", "51 f 1", "- f 0");
    assertThat(risks.get(0).smallest()).isEqualTo(1);
    assertThat(minimal(risks)).containsExactly("age_at_dx=-;sex");
  }

  /** Against counting every class again from the rows, for every coarsening that is reported. */
  @Test
  void theCountsAreThoseOfTheCoarsenedRows() {
    Random random = new Random(20221106);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(30 + random.nextInt(60) + (random.nextInt(20) == 0 ? " m " : " f ") + i % 2);
    }
    for (Alike.Risk risk : risks(rows.toArray(String[]::new))) {
      Map<String, Long> counts =
          rows.stream()
              .collect(
                  Collectors.groupingBy(row -> byHand(row, risk.code()), Collectors.counting()));
      assertThat(risk.classes()).isEqualTo(counts.size());
      assertThat(risk.smallest()).isEqualTo(counts.values().stream().min(Long::compare).get());
      assertThat(risk.below())
          .isEqualTo(counts.values().stream().filter(n -> n < 2).mapToLong(n -> n).sum());
    }
  }

  private static String byHand(String row, String code) {
    String[] cells = row.split(" ");
    String age =
        code.contains("age_at_dx=-")
            ? ""
            : code.contains("/")
                ? "" + Integer.parseInt(cells[0]) / Integer.parseInt(code.replaceAll("\\D", ""))
                : cells[0];
    return age + (code.contains("sex=-") ? "" : cells[1]);
  }

  @Test
  void fewWhoStandOutAreHidden(@TempDir Path directory) throws IOException {
    EquivalenceClasses classes = new EquivalenceClasses("x.csv", COLUMNS, TWO);
    for (int i = 0; i < 40; i++) {
      classes.add(List.of("P" + i, "5" + i % 2, "f", "" + i / 2 % 2));
    }
    classes.add(List.of("P40", "77", "f", "1"));
    Path file = directory.resolve("privacy.csv");
    PrivacyCsv.write(file, Profile.STANDARD, List.of(classes), new Disclosure(7));
    assertThat(Files.readAllLines(file).subList(0, 2))
        .containsExactly(
            "file,profile,coarsening,says_zh,says_en,k,k_min,classes,n,n_below_k,pct_below_k,"
                + "l_min,n_one_value,minimal",
            "x.csv,standard,age_at_dx;sex,按现状,as it is,2,1,3,40,<=7,,1,<=7,0");
  }

  private static List<String> minimal(List<Alike.Risk> risks) {
    return risks.stream().filter(Alike.Risk::isMinimal).map(Alike.Risk::code).sorted().toList();
  }

  /** Rows of age, sex and death. */
  private static List<Alike.Risk> risks(String... rows) {
    EquivalenceClasses classes = new EquivalenceClasses("x.csv", COLUMNS, TWO);
    for (int i = 0; i < rows.length; i++) {
      String[] cells = rows[i].replace("-", " ").replaceAll("^ +", "").split(" ");
      String age = rows[i].startsWith("-") ? "" : cells[0];
      int at = rows[i].startsWith("-") ? 0 : 1;
      classes.add(List.of("P" + i, age, cells[at], cells[at + 1]));
    }
    return classes.risks();
  }
}
