package org.denovo.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.Test;

/** Every mistake is shown where it stands in the file, with what was probably meant. */
class CriteriaProblemsTest {

  private static final Criteria CRITERIA = Criteria.over(List.of());

  @Test
  void aMisspeltVariableIsShownWithTheNearestName() {
    assertThat(problems("where: met_bone && stage_grup == 'IV'"))
        .containsExactly(
            "c.yaml:1:20 'stage_grup' is not a variable or function; did you mean 'stage_group'?");
  }

  @Test
  void everyMistakeIsShownAtOnce() {
    assertThat(problems("where: met_bome && lesion_cnt <= 5 && knwn(sex)"))
        .containsExactly(
            "c.yaml:1:8 'met_bome' is not a variable or function; did you mean 'met_bone'?",
            "c.yaml:1:20 'lesion_cnt' is not a variable or function; did you mean 'lesion_count'?",
            "c.yaml:1:43 'knwn' is not a variable or function; did you mean 'known'?");
  }

  @Test
  void aCodeThatTheListDoesNotHaveIsShownWithTheNearestCode() {
    assertThat(problems("where: stage_group == 'Iv'"))
        .containsExactly("c.yaml:1:23 'Iv' is not a code of stage_group; did you mean 'IV'?");
    assertThat(problems("where: stage_group in ['IV', 'IIID'] && 'bones' in met_sites"))
        .containsExactly(
            "c.yaml:1:30 'IIID' is not a code of stage_group; did you mean 'III'?",
            "c.yaml:1:41 'bones' is not a code of met_sites; did you mean 'bone'?");
  }

  @Test
  void aCodeWithoutQuotesIsToldToBeQuoted() {
    assertThat(problems("where: stage_group == IV"))
        .containsExactly("c.yaml:1:23 'IV' is no variable; a code is quoted: \"IV\"");
  }

  @Test
  void theColumnHoldsWithinQuotedText() {
    assertThat(problems("where: '!met_bone && stage_group == ''Iv'''"))
        .containsExactly("c.yaml:1:37 'Iv' is not a code of stage_group; did you mean 'IV'?");
    assertThat(problems("where: \"'x' == 'y' && stage_grup == \\\"IV\\\"\""))
        .contains(
            "c.yaml:1:23 'stage_grup' is not a variable or function; did you mean 'stage_group'?");
  }

  @Test
  void theLineHoldsWithinABlockAndAfterChineseText() {
    assertThat(problems("keep: 新发Ⅳ期\nwhere: |\n  met_bone\n  && stage_grup == 'IV'\n"))
        .containsExactly(
            "c.yaml:4:6 'stage_grup' is not a variable or function; did you mean 'stage_group'?");
    assertThat(problems("where: >-\n  met_bone\n  && stage_grup == 'IV'\n"))
        .containsExactly(
            "c.yaml:3:6 'stage_grup' is not a variable or function; did you mean 'stage_group'?");
    assertThat(problems("where: met_bone\n  && stage_grup == 'IV'\n"))
        .containsExactly(
            "c.yaml:2:6 'stage_grup' is not a variable or function; did you mean 'stage_group'?");
    assertThat(problems("{keep: 新发Ⅳ期, where: met_bome}"))
        .containsExactly(
            "c.yaml:1:21 'met_bome' is not a variable or function; did you mean 'met_bone'?");
  }

  @Test
  void whatOtherLanguagesWriteIsAnsweredWithTheOperator() {
    assertThat(problems("where: met_bone AND met_lung"))
        .containsExactly("c.yaml:1:17 'AND' was not expected here; did you mean '&&'?");
    assertThat(problems("where: lesion_count = 5"))
        .contains("c.yaml:1:21 '=' was not expected here; did you mean '=='?");
    assertThat(problems("where: stage_group == ‘IV’"))
        .contains("c.yaml:1:23 '‘' was not expected here; did you mean '''?");
  }

  @Test
  void typesThatDoNotGoTogetherAreNamedAsPeopleCallThem() {
    assertThat(problems("where: met_bone == 'yes'"))
        .containsExactly("c.yaml:1:17 '==' does not go with: yes/no, code");
    assertThat(problems("where: date_dx > 2017"))
        .containsExactly("c.yaml:1:16 '>' does not go with: date, whole number");
    assertThat(problems("where: stage_group >= 'III'"))
        .containsExactly("c.yaml:1:20 '>=' does not go with: code, code");
    assertThat(problems("where: lesion_count"))
        .containsExactly("c.yaml:1:8 a criterion is yes or no, but this is: range");
    assertThat(problems("where: lesion_count * 2 > 5"))
        .containsExactly("c.yaml:1:21 '*' cannot be used in a criterion");
  }

  @Test
  void anIdentifierCanOnlyBeKnownOrNot() {
    assertThat(problems("where: national_id == 'x'"))
        .containsExactly("c.yaml:1:20 '==' does not go with: identifier, code");
    assertThat(problems("where: known(national_id)")).isEmpty();
  }

  @Test
  void aDateIsWrittenToTheDay() {
    assertThat(problems("where: date_dx >= date('2017')"))
        .containsExactly("c.yaml:1:24 a date is written to the day; did you mean '2017-01-01'?");
    assertThat(problems("where: date_dx >= date('2017-02-30')"))
        .containsExactly("c.yaml:1:24 a date is written '2017-01-31'");
    assertThat(problems("where: date_dx >= date(stage_group)"))
        .containsExactly("c.yaml:1:24 a date is written '2017-01-31'");
  }

  @Test
  void whatComparesNothingIsRefused() {
    assertThat(problems("where: \"'IV' == 'IV'\""))
        .containsExactly("c.yaml:1:14 a variable is compared with a code or a list of codes");
    assertThat(problems("where: laterality == stage_group"))
        .containsExactly("c.yaml:1:19 the two variables have different code lists");
    assertThat(problems("where: known(lesion_count + 1)"))
        .containsExactly("c.yaml:1:27 known() takes a variable");
    assertThat(problems("where: lesion_count > months(ecog_ps)"))
        .containsExactly("c.yaml:1:30 months() takes a number as written");
  }

  @Test
  void anUnfinishedCriterionSaysSo() {
    assertThat(problems("where: met_bone &&"))
        .containsExactly("c.yaml:1:19 the criterion is not complete");
  }

  @Test
  void anEmptyListComparesNothing() {
    assertThat(problems("where: stage_group in []"))
        .containsExactly("c.yaml:1:8 a variable is compared with a code or a list of codes");
  }

  @Test
  void whateverIsWrittenGivesACriterionOrAProblem() {
    List<String> odd =
        List.of(
            "''",
            "in",
            "'[]'",
            "'{}'",
            "met_sites.all(x, x == 'bone')",
            "has(met_bone)",
            "\"'a' + 'b' == 'ab'\"",
            "null == null",
            "5 in [5]",
            "true in [true]",
            "met_bone in [true]",
            "her2_ratio in [2.0]",
            "b'x' == b'x'",
            "date(1) < date_dx",
            "date('2017-13-45') < date_dx",
            "size([]) > 1",
            "size(['bone']) > 1",
            "size(met_sites) > 1u",
            "known(5)",
            "known(int)",
            "known(null)",
            "known(['a'])",
            "int == int",
            "type(sex) == string",
            "google.protobuf.Timestamp{}",
            ".met_bone",
            "`met_bone`",
            "known(known(sex))",
            "-lesion_count < 0",
            "lesion_count % 2 == 0",
            "met_bone == met_bone == met_bone",
            "met_sites == []",
            "met_sites == met_sites",
            "stage_group == \\\"IV\\\"",
            "sex.code == 'female'",
            "foo.bar(sex)",
            "lesion_count[0] == 1",
            "months(8) == months(1.5e300)",
            "9223372036854775808 > lesion_count",
            "(".repeat(600) + "met_bone" + ")".repeat(600),
            "!".repeat(600) + "met_bone",
            String.join(" && ", java.util.Collections.nCopies(2000, "met_bone")));
    for (String text : odd) {
      String yaml = text.startsWith("'") || text.startsWith("\"") ? text : "|\n  " + text;
      problems("where: " + yaml);
    }
    Random random = new Random(7);
    String right =
        "stage_group in ['IIIC', 'IV'] && !(lesion_count <= 5 || 'bone' in met_sites)"
            + " && days(date_dx, date('2017-01-01')) < months(8)";
    for (int i = 0; i < 400; i++) {
      StringBuilder mutated = new StringBuilder(right);
      for (int j = 0; j <= random.nextInt(3); j++) {
        int at = random.nextInt(mutated.length());
        mutated.replace(at, Math.min(mutated.length(), at + random.nextInt(4)), sign(random));
      }
      problems("where: |\n  " + mutated);
    }
  }

  private static String sign(Random random) {
    return List.of("", "'", "(", "]", "&", "<", "x", "5", ".", "等", "!", ",", " ")
        .get(random.nextInt(13));
  }

  private static List<String> problems(String yaml) {
    Problems problems = new Problems();
    YamlNode node = YamlFile.parse("c.yaml", yaml, problems).orElseThrow();
    Optional<Criterion> criterion = CRITERIA.compile(node.get("where").orElseThrow(), problems);
    assertThat(criterion.isPresent()).isEqualTo(problems.isEmpty());
    return problems.sorted().stream().map(problem -> problem.in(Lang.EN)).toList();
  }
}
