package org.denovo.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What criteria mean, example by example: the table is src/test/resources. */
class CriteriaTest {

  private static final Path TABLE =
      Path.of("src/test/resources/org/denovo/expression/criteria.yaml");

  private static final Derived<Integer> DX_YEAR =
      new Derived<>(
          "dx_year",
          new FieldType.Whole("", 1900, 2100),
          new Text("确诊年份", "Year of diagnosis"),
          "dx_year",
          1,
          "invented for this test",
          List.of(Fields.DATE_DX),
          patient -> year(patient.answer(Fields.DATE_DX)));

  private static final Criteria CRITERIA = Criteria.over(List.of(DX_YEAR));

  @TestFactory
  List<DynamicTest> everyExampleOfTheTableHolds() {
    Problems problems = new Problems();
    YamlNode table = YamlFile.read(Path.of(""), TABLE, problems).orElseThrow();
    List<DynamicTest> tests = new ArrayList<>();
    for (YamlNode entry : table.items()) {
      YamlNode text = entry.require("criterion", problems).orElseThrow();
      Criterion criterion = CRITERIA.compile(text, problems).orElse(null);
      assertThat(problems.sorted().stream().map(p -> p.in(Lang.EN))).isEmpty();
      for (YamlNode example : entry.require("examples", problems).orElseThrow().items()) {
        String then = example.text("then", problems).orElseThrow();
        tests.add(
            DynamicTest.dynamicTest(
                text.text() + " line " + example.line() + " " + then,
                () -> assertThat(verdict(criterion, example)).isEqualTo(then)));
      }
    }
    assertThat(table.items()).isNotEmpty();
    return tests;
  }

  @Test
  void everyCriterionOfTheTableIsAlsoTriedOnAPatientOfWhomNothingIsKnown() {
    YamlNode table = YamlFile.read(Path.of(""), TABLE, new Problems()).orElseThrow();
    List<String> without =
        table.items().stream()
            .filter(
                entry ->
                    entry.get("examples").orElseThrow().items().stream()
                        .noneMatch(e -> e.get("given").orElseThrow().entries().isEmpty()))
            .map(entry -> entry.get("criterion").orElseThrow().text())
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void aCriterionNamesWhatItReadsInTheOrderOfItsText() {
    assertThat(compiled("lesion_count <= 5 && (met_bone || lesion_count_min > 1) && known(sex)"))
        .extracting(Criterion::reads)
        .isEqualTo(List.<Variable<?>>of(Fields.LESION_COUNT, Fields.MET_BONE, Fields.SEX));
  }

  @Test
  void aCriterionIsSaidInWordsFromTheTreeThatJudges() {
    assertThat(
            compiled("!met_brain && (stage_group in ['IIIC', 'IV'] || lesion_count <= 5)").says())
        .isEqualTo(
            new Text(
                "脑转移：否，且（临床分期为IIIC期或IV期，或转移灶数目不大于5）",
                "Brain metastasis: no, and (Stage group is Stage IIIC or Stage IV, or "
                    + "Number of metastatic lesions at most 5)"));
    assertThat(
            compiled("!(date_primary_surgery <= date_dx + months(8)) && !('bone' in met_sites)")
                .says())
        .isEqualTo(
            new Text(
                "原发灶手术日期晚于确诊日期加8个月（243天），且转移部位不包括骨",
                "Date of surgery of the primary after Date of diagnosis plus 8 months (243 days),"
                    + " and Metastatic sites: not including Bone"));
  }

  private static Criterion compiled(String text) {
    Problems problems = new Problems();
    YamlNode node = YamlFile.parse("test.yaml", "|-\n  " + text, problems).orElseThrow();
    return CRITERIA
        .compile(node, problems)
        .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
  }

  private static String verdict(Criterion criterion, YamlNode example) {
    Judgement judgement =
        criterion.of(InventedPatients.read(example.get("given").orElseThrow(), new Problems()));
    return switch (judgement.verdict()) {
      case MET -> "met";
      case NOT_MET -> "not met";
      case NOT_KNOWN ->
          judgement.missing().stream()
              .map(Variable::name)
              .collect(Collectors.joining(", ", "? ", ""));
    };
  }

  private static Answer<Integer> year(Answer<PartialDate> date) {
    return date instanceof Answer.Known<PartialDate> known
        ? Answer.known(known.value().year())
        : Answer.absent(org.denovo.record.Absence.BLANK);
  }
}
