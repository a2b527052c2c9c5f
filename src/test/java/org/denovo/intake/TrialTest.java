package org.denovo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.check.LocalRules;
import org.denovo.check.RuleCount;
import org.denovo.check.RuleParameters;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.ReadSheet;
import org.denovo.mapping.SheetLedger;
import org.denovo.record.Absence;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping is said to do with a workbook. The patients are invented. */
class TrialTest {

  private static final String MAPPING =
      """
      schema: 1
      centre: north
      title: {zh: 北院, en: North}
      workbooks: "north_*.csv"
      sheets:
        - patient: 住院号
          columns:
            性别: sex
            身份证号: national_id
            年龄(岁): age_at_dx
            切缘: margin_status
            手术方式: surgery_type
            末次随访日期: date_last_contact
          ignore: [姓名]
      """;

  private static final String WORKBOOK =
      """
      登记表,,,,,,,
      住院号,姓名,性别,身份证号,年龄,切缘,手术方式,备注
      101,张三,女,不详,55,阴性,改良根治术,电话
      102,李四,女,x,48,净得很,改良根治术,
      103,王五,男,,61,净得很,不详,
      104,赵六,女,,39,断端不清楚呀,未手术,
      合计,,4,,,,,
      """;

  @TempDir Path folder;

  @Test
  void columnsAreReadIgnoredUnclaimedOrMissing() throws IOException {
    ReadSheet sheet = trial().sheets().get(0).read().orElseThrow().understood();
    assertThat(sheet.firstHeader()).isEqualTo(1);
    assertThat(sheet.lastHeader()).isEqualTo(1);
    assertThat(sheet.columns())
        .extracting(c -> c.header().address() + " " + c.label() + " " + c.use())
        .containsExactly(
            "A2 住院号 PATIENT",
            "B2 姓名 IGNORED",
            "C2 性别 READ",
            "D2 身份证号 READ",
            "E2 年龄 UNCLAIMED",
            "F2 切缘 READ",
            "G2 手术方式 READ",
            "H2 备注 UNCLAIMED");
    assertThat(sheet.missing())
        .containsExactly(
            new ReadSheet.Missing("年龄(岁)", Optional.empty()),
            new ReadSheet.Missing("末次随访日期", Optional.empty()));
  }

  @Test
  void everyRowIsAccountedFor() throws IOException {
    SheetLedger ledger = trial().sheets().get(0).read().orElseThrow().ledger();
    assertThat(ledger.seen()).isEqualTo(7);
    assertThat(ledger.header()).isEqualTo(1);
    assertThat(ledger.notes()).isEqualTo(1);
    assertThat(ledger.total()).isEqualTo(1);
    assertThat(ledger.patientRows()).isEqualTo(4);
    assertThat(trial().patients()).isEqualTo(4);
  }

  @Test
  void valuesAndTextsAreCountedMostFrequentFirst() throws IOException {
    FieldTally margin = field(trial(), "margin_status");
    assertThat(margin.values()).containsExactly(new FieldTally.Read("阴性", "negative", 1));
    assertThat(margin.unreadable()).isEqualTo(3);
    assertThat(margin.texts())
        .containsExactly(new FieldTally.Read("净得很", "", 2), new FieldTally.Read("断端不清楚呀", "", 1));
    FieldTally surgery = field(trial(), "surgery_type");
    assertThat(surgery.values())
        .containsExactly(
            new FieldTally.Read("改良根治术", "modified_radical", 2),
            new FieldTally.Read("未手术", "none", 1));
    assertThat(surgery.absent()).isEqualTo(Map.of(Absence.UNKNOWN, 1L));
  }

  @Test
  void textsOfIdentifiersAreCountedAndNeverKept() throws IOException {
    FieldTally id = field(trial(), "national_id");
    assertThat(id.known() + id.unreadable() + id.absent().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(4);
    assertThat(id.values()).isEmpty();
    assertThat(id.texts()).isEmpty();
    assertThat(id.range()).isEmpty();
  }

  @Test
  void aFieldThatNoColumnFillsIsNotListed() throws IOException {
    assertThat(trial().fields())
        .extracting(tally -> tally.field().name())
        .contains("sex", "margin_status")
        .doesNotContain("age_at_dx", "date_last_contact", "er_status");
  }

  @Test
  void rulesSayOfHowManyAndInWhichCells() throws IOException {
    RuleTally columns = rule(trial(), "FIL-03");
    assertThat(columns.count()).isEqualTo(RuleCount.of(columns.card(), 1, 1, 0));
    assertThat(columns.first()).hasSize(2);
    RuleTally texts = rule(trial(), "CON-01");
    assertThat(texts.count().broken()).isEqualTo(3);
    assertThat(texts.first())
        .extracting(finding -> finding.cells().get(0).place().toString())
        .contains("north_1.csv!F4", "north_1.csv!F5", "north_1.csv!F6");
  }

  @Test
  void brokenRulesComeFirstAndTheGravestOfThem() throws IOException {
    List<RuleTally> rules = trial().rules();
    int broken = (int) rules.stream().filter(rule -> rule.count().broken() > 0).count();
    assertThat(rules.subList(0, broken))
        .allMatch(rule -> rule.count().broken() > 0)
        .isSortedAccordingTo(java.util.Comparator.comparing(rule -> rule.card().severity()));
  }

  @Test
  void aWorkbookWithoutThePatientColumnIsRefused() {
    assertThatThrownBy(() -> trial(MAPPING.replace("patient: 住院号", "patient: 登记号")))
        .isInstanceOf(WorkbookRefused.class)
        .extracting(refused -> ((WorkbookRefused) refused).reason())
        .isEqualTo(WorkbookRefused.Reason.NO_PATIENT_COLUMN);
  }

  private static FieldTally field(Trial trial, String name) {
    return trial.fields().stream()
        .filter(tally -> tally.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RuleTally rule(Trial trial, String id) {
    return trial.rules().stream()
        .filter(rule -> rule.card().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Trial trial() throws IOException {
    return trial(MAPPING);
  }

  private Trial trial(String yaml) throws IOException {
    Path workbook = Files.writeString(folder.resolve("north_1.csv"), WORKBOOK);
    Path file = Files.writeString(folder.resolve("north.yaml"), yaml);
    Problems problems = new Problems();
    CentreMapping mapping = Mappings.readOne(folder, file, problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    try (Workbook open = WorkbookFile.open(workbook, Limits.DEFAULT, Optional.empty())) {
      return Trial.of(
          open,
          "north_1.csv",
          mapping,
          LocalRules.NONE,
          RuleParameters.asOf(LocalDate.of(2022, 6, 30)));
    }
  }
}
