package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Category;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.cohort.Member;
import org.denovo.comparison.InventedCentres;
import org.denovo.mapping.Words;
import org.denovo.normalise.KnownWords;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's and the quality files. All patients are invented. */
class QualityFilesTest {

  private static final PatientKey KEY = new PatientKey("south", "123456", "PIDX");

  @TempDir Path directory;

  @Test
  void aPatientIsOneRowWithEveryFieldButTheIdentifiers() throws IOException {
    Path file = directory.resolve("registry/patients.csv");
    try (PatientsCsv csv = new PatientsCsv(file, Invented.CENTRES, Profile.STANDARD)) {
      Invented.members().stream().map(Member::patient).forEach(csv::accept);
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0))
        .startsWith("patient_pid,center_pid,sex,sex_miss,age_at_dx,age_at_dx_miss,")
        .endsWith(",last_disease_assessmen_precision,last_disease_assessment_miss")
        .doesNotContain("national_id", "person_name");
    assertThat(lines.get(1)).startsWith("P1,C7Q2M,female,,41,,,not_collected,");
    assertThat(lines.get(6)).startsWith("P6,CK4XA,,not_collected,,not_collected,,not_collected");
  }

  @Test
  void calendarDatesAreInThePatientsFileOnlyWhereAsked() throws IOException {
    Path file = directory.resolve("patients.csv");
    try (PatientsCsv csv = new PatientsCsv(file, Invented.CENTRES, Profile.LIMITED)) {
      csv.accept(Invented.members().get(0).patient());
    }
    assertThat(Files.readAllLines(file).get(1)).contains("female,,1977-02-01,day,,41,");
  }

  @Test
  void eachCentreStandsInEachMeasureWithBothDenominators() throws IOException {
    Path file = directory.resolve("quality/centres.csv");
    CentresCsv.write(file, new InventedCentres().others(14, 6).with("north", 5, 15).compared());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "measure,centre,rule_id,numerator,denominator,share,others_numerator,"
                + "others_denominator,expected,lower_95,upper_95,lower_99_8,upper_99_8,phi,widened,"
                + "p_adjusted,judged,why_not,verdict,flagged");
    assertThat(lines)
        .contains(
            "er_positive,north,DST-02,5,20,0.25,70,100,0.7,0.4401,0.9397,0.3016,1,0,0,,1,,low,1",
            "her2_positive,north,DST-03,0,0,,0,0,,,,,,,,,0,nobody,,0");
  }

  @Test
  void everyAnswerWithACellHasItsLine() throws IOException {
    Path file = directory.resolve("lineage.csv");
    PatientRecord patient =
        PatientRecord.of(KEY)
            .put(Fields.PERSON_NAME, Answer.known("hash"), cell(2, 1, "张三"))
            .put(
                Fields.DATE_DX,
                Answer.known(PartialDate.parse("2018-05"), Remark.NUMBER_AS_TEXT),
                cell(2, 2, "2018年5月"))
            .put(
                Fields.MARGIN_STATUS,
                Answer.known(MarginStatus.NEGATIVE),
                cell(2, 3, "- 阴性, 基底\"净\""))
            .put(Fields.GRAVIDITY, Answer.absent(Absence.BLANK), cell(2, 4, ""))
            .put(Fields.SEX, Sex.FEMALE)
            .build();
    try (LineageCsv csv = new LineageCsv(file, (p, field) -> "field " + field.name())) {
      csv.accept(patient);
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            patient_pid,field,value,missing,workbook,sheet,cell,raw,read_by,remarks
            PIDX,person_name,,,south.xlsx,手术,B3,,field person_name,
            PIDX,gravidity,,blank,south.xlsx,手术,E3,,field gravidity,
            PIDX,date_dx,2018-05,,south.xlsx,手术,C3,2018年5月,field date_dx,number_as_text
            PIDX,margin_status,negative,,south.xlsx,手术,D3,"'- 阴性, 基底""净""\",field margin_status,
            """);
  }

  @Test
  void aFindingCarriesItsRuleItsCellsAndBothSentences() throws IOException {
    Path file = directory.resolve("findings.csv");
    try (FindingsCsv csv = new FindingsCsv(file, rule -> Category.PLAUSIBILITY_ATEMPORAL)) {
      csv.accept(
          new FindingsCsv.Row(
              new Finding(
                  "0123456789ab",
                  "south",
                  Optional.of(KEY),
                  "surgery-margin-without-surgery",
                  Severity.ERROR,
                  List.of("surgery_type", "margin_status"),
                  List.of(cell(2, 3, "阴性"), cell(2, 4, "未手术")),
                  new Text("=切缘阴性，但未手术", "Margin negative, yet no surgery")),
              Standing.SENT,
              "2026-11-23",
              "2026-11-24",
              Turn.PERSISTING,
              Set.of(Decision.E3, Decision.E2)));
      csv.accept(
          new FindingsCsv.Row(
              new Finding(
                  "ba9876543210",
                  "south",
                  Optional.empty(),
                  "file-late",
                  Severity.INFO,
                  List.of(),
                  List.of(),
                  new Text("文件迟到", "The file is late")),
              Standing.RESOLVED,
              "2026-11-23",
              "2026-11-23",
              Turn.RESOLVED,
              Set.of()));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            finding_id,state,centre,patient_pid,rule_id,severity,category,fields,cells,message_en,message_zh,first_seen,last_seen,since_last,blocks
            0123456789ab,sent,south,PIDX,surgery-margin-without-surgery,error,plausibility_atemporal,surgery_type;margin_status,south.xlsx!手术!D3;south.xlsx!手术!E3,"Margin negative, yet no surgery",'=切缘阴性，但未手术,2026-11-23,2026-11-24,persisting,E2;E3
            ba9876543210,resolved,south,,file-late,info,plausibility_atemporal,,,The file is late,文件迟到,2026-11-23,2026-11-23,resolved,
            """);
  }

  @Test
  void aRuleHasItsDenominatorByCentre() throws IOException {
    Path file = directory.resolve("rules.csv");
    try (RulesCsv csv = new RulesCsv(file)) {
      csv.accept(
          "surgery-margin-without-surgery",
          "south",
          new RuleCount(7, 3, 2, 5, 4, 1),
          new Settled(9, 2, 1));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            rule_id,centre,judged,passed,failed,rare,not_applicable,held_back,error,findings,confirmed,waived
            surgery-margin-without-surgery,south,12,7,3,2,5,4,1,9,2,1
            """);
  }

  @Test
  void completenessCountsEachKindOfAbsenceApart() throws IOException {
    Completeness completeness = new Completeness();
    Invented.members().stream().map(Member::patient).forEach(completeness::add);
    Path file = directory.resolve("completeness.csv");
    completeness.write(file);
    assertThat(Files.readAllLines(file))
        .hasSize(1 + 2 * Fields.all().size())
        .contains(
            "field,centre,n,known,blank,recorded_unknown,not_done,pending,not_applicable,"
                + "not_collected,unreadable",
            "margin_status,north,4,2,0,0,0,0,0,2,0",
            "margin_status,south,2,1,0,0,0,0,0,0,1",
            "date_primary_surgery,north,4,2,0,0,0,0,2,0,0");
  }

  @Test
  void theMostFrequentUnreadTextStandsFirstAndWhatIsBeyondTheBoundIsCounted() throws IOException {
    UnreadableTexts texts = new UnreadableTexts(2);
    for (String raw : List.of("净", "=1+1", "净", "第三", "第四", "净")) {
      texts.add(unread(raw));
    }
    Path file = directory.resolve("unreadable.csv");
    texts.write(file, Map.of());
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            field,centre,raw,n,remarks,near,code
            margin_status,south,净,3,,,
            margin_status,south,,2,,,
            margin_status,south,'=1+1,1,,,
            """);
    assertThatThrownBy(() -> new UnreadableTexts(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKnownWordThatATextResemblesStandsBesideItAndIsReadBack() {
    UnreadableTexts texts = new UnreadableTexts(10);
    texts.add(unread("切面光滑无痛"));
    texts.add(unread("-切缘=?"));
    Words own = new Words(Map.of("margin_status", Map.of("切面光滑无癌", "negative")));
    Path file = directory.resolve("unreadable.csv");
    texts.write(file, Map.of("south", own));
    assertThat(UnreadableTexts.read(file))
        .containsExactly(
            new UnreadableTexts.Row(
                new UnreadableTexts.Line("margin_status", "south", "-切缘=?", 1, List.of()),
                Optional.empty()),
            new UnreadableTexts.Row(
                new UnreadableTexts.Line("margin_status", "south", "切面光滑无痛", 1, List.of()),
                Optional.of(new KnownWords.Word("切面光滑无癌", "negative"))));
  }

  @Test
  void anUnreadIdentifierIsCountedButNotShown() throws IOException {
    UnreadableTexts texts = new UnreadableTexts(10);
    texts.add(
        PatientRecord.of(KEY)
            .put(Fields.NATIONAL_ID, Answer.unreadable(), cell(3, 0, "11010519491231002"))
            .build());
    Path file = directory.resolve("unreadable.csv");
    texts.write(file, Map.of());
    assertThat(Files.readString(file))
        .isEqualTo("field,centre,raw,n,remarks,near,code\nnational_id,south,,1,,,\n");
  }

  @Test
  void aLongTextIsCutBetweenCharacters() throws IOException {
    UnreadableTexts texts = new UnreadableTexts(10);
    texts.add(unread("x".repeat(199) + "𠮷" + "y"));
    Path file = directory.resolve("unreadable.csv");
    texts.write(file, Map.of());
    assertThat(Files.readAllLines(file).get(1))
        .isEqualTo("margin_status,south," + "x".repeat(199) + ",1,,,");
  }

  @Test
  void noByteOrderMarkAndOnlyLineFeeds() throws IOException {
    Path file = directory.resolve("rules.csv");
    try (RulesCsv csv = new RulesCsv(file)) {
      csv.accept("规则", "south", RuleCount.NONE, Settled.NONE);
    }
    assertThat(Files.readAllBytes(file))
        .isEqualTo(
            ("rule_id,centre,judged,passed,failed,rare,not_applicable,held_back,error,"
                    + "findings,confirmed,waived\n规则,south,0,0,0,0,0,0,0,0,0,0\n")
                .getBytes(StandardCharsets.UTF_8));
  }

  private static PatientRecord unread(String raw) {
    return PatientRecord.of(KEY)
        .put(Fields.MARGIN_STATUS, Answer.unreadable(), cell(3, 0, raw))
        .build();
  }

  private static SourceCell cell(int row, int column, String text) {
    return SourceCell.text(new Place("south.xlsx", "手术", row, column), text);
  }
}
