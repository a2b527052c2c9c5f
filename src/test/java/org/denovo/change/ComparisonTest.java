package org.denovo.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.denovo.check.Finding;
import org.denovo.check.OverTimeRules;
import org.denovo.check.RuleBook;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.check.Severity;
import org.denovo.mapping.SheetHeader;
import org.denovo.record.Fields;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final TwoFiles files = new TwoFiles();

  @Test
  void twoEqualFilesDifferInNothing() {
    for (int i = 0; i < 30; i++) {
      files.both(i, "er_pct=" + i, "date_dx=2018-03-0" + (1 + i % 9), "sex=female", "ki67_pct=-");
    }
    files.compare();
    assertThat(files.changes).isEmpty();
    assertThat(files.findings).isEmpty();
    assertThat(files.counts)
        .containsEntry("XFL-01", count("XFL-01", 30, 0, 0))
        .containsEntry("XFL-02", count("XFL-02", 3, 0, Fields.all().size() - 3))
        .containsEntry("XFL-03", count("XFL-03", 30, 0, 0))
        .containsEntry("XFL-04", count("XFL-04", 30, 0, 0))
        .containsEntry("XFL-05", count("XFL-05", 0, 0, 30))
        .containsEntry("XFL-07", count("XFL-07", 1, 0, 0))
        .containsEntry("XFL-08", count("XFL-08", 1, 0, Fields.all().size() - 1))
        .containsEntry("XFL-13", count("XFL-13", 0, 0, 1))
        .containsEntry("FIL-15", count("FIL-15", 1, 0, 0));
  }

  @Test
  void beforeTheFirstSubmissionNoRuleApplies() {
    assertThat(Comparison.nothingBefore(14))
        .containsEntry("XFL-01", count("XFL-01", 0, 0, 14))
        .containsEntry("XFL-08", count("XFL-08", 0, 0, Fields.all().size()))
        .containsEntry("XFL-12", count("XFL-12", 0, 0, 1))
        .containsEntry("FIL-15", count("FIL-15", 0, 0, 1))
        .hasSize(OverTimeRules.all().size() + 1);
  }

  @Test
  void everyRuleHasADenominatorInEveryComparison() {
    files.both(1, "er_pct=10").compare();
    assertThat(files.counts.keySet())
        .containsAll(OverTimeRules.all().stream().map(RuleCard::id).toList());
  }

  @Test
  void aPatientWhoIsGoneIsAnErrorAndANewOneIsNone() {
    files.both(1, "er_pct=10").old(2, "er_pct=20").young(3, "er_pct=30").compare();
    assertThat(files.told())
        .containsExactly(
            "pid-002 vanished - - - unexplained XFL-01", "pid-003 appeared - - - follow_up");
    Finding finding = files.findings.get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.patient().orElseThrow().pid()).isEqualTo("pid-002");
    assertThat(finding.cells()).extracting(c -> c.place().workbook()).containsExactly("old.xlsx");
    assertThat(files.counts)
        .containsEntry("XFL-01", count("XFL-01", 2, 1, 0))
        .containsEntry("XFL-03", count("XFL-03", 1, 0, 1));
  }

  @Test
  void aPatientWithACorrectedNumberIsRenamedAndStillCompared() {
    files
        .old(1, "national_id=hash-a", "laterality=left", "er_pct=10")
        .young(2, "national_id=hash-a", "laterality=left", "er_pct=90")
        .compare();
    assertThat(files.told())
        .containsExactly(
            "pid-002 renamed - pid-001 pid-002 unexplained",
            "pid-002 changed er_pct 10 90 unexplained XFL-03");
    assertThat(files.counts).containsEntry("XFL-01", count("XFL-01", 1, 0, 0));
  }

  @Test
  void theOtherSideOfTheSamePersonIsAnotherPatient() {
    files
        .old(1, "national_id=hash-a", "laterality=left")
        .young(2, "national_id=hash-a", "laterality=right")
        .compare();
    assertThat(files.rules()).containsExactly("XFL-01");
  }

  @Test
  void twoWithOneIdentityAreNotMatched() {
    files
        .old(1, "national_id=hash-a")
        .young(2, "national_id=hash-a")
        .young(3, "national_id=hash-a")
        .compare();
    assertThat(files.rules()).containsExactly("XFL-01");
  }

  @Test
  void aColumnThatIsGoneIsOneFinding() {
    files
        .old(1, "er_pct=10", "pr_pct=5")
        .old(2, "er_pct=20", "pr_pct=-")
        .young(1, "pr_pct=5")
        .young(2, "pr_pct=-")
        .compare();
    assertThat(files.says("XFL-02"))
        .containsExactly(
            "ER percentage: 2 patients had a value, and the column is gone or one of"
                + " several of its name");
    assertThat(files.rules()).containsExactly("XFL-02");
    assertThat(files.told())
        .containsExactly(
            "pid-001 lost er_pct 10 - unexplained XFL-02",
            "pid-002 lost er_pct 20 - unexplained XFL-02");
  }

  @Test
  void aColumnThatIsThereAndSaysSomethingElseIsNotLost() {
    List<String> labels = new ArrayList<>(Collections.nCopies(Fields.all().size(), ""));
    labels.set(Fields.ER_PCT.index(), "受体");
    List<SheetHeader> headers = List.of(new SheetHeader("Sheet1", labels));
    files.old(1, "er_pct=10").young(1);
    files.sides(
        TwoFiles.side("old.xlsx", "r1", 2020, "1900", headers),
        TwoFiles.side("new.xlsx", "r1", 2020, "1900", headers));
    assertThat(files.compare().rules()).containsExactly("XFL-06");
  }

  @Test
  void aColumnThatCameTwiceIsOneFindingAndNoQuestionAboutEachPatient() {
    List<String> labels = new ArrayList<>(Collections.nCopies(Fields.all().size(), ""));
    labels.set(Fields.ER_PCT.index(), "ER");
    List<String> twice = new ArrayList<>(labels);
    twice.add("ER");
    files.old(1, "er_pct=10").old(2, "er_pct=20").young(1).young(2);
    files.sides(
        TwoFiles.side("old.xlsx", "r1", 2020, "1900", List.of(new SheetHeader("Sheet1", labels))),
        TwoFiles.side("new.xlsx", "r1", 2020, "1900", List.of(new SheetHeader("Sheet1", twice))));
    assertThat(files.compare().rules()).containsExactly("XFL-02");
  }

  @Test
  void aColumnThatTheMappingNoLongerAsksForIsNotTheCentresLoss() {
    files.old(1, "er_pct=10").young(1).readAnew("er_pct").compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.told()).containsExactly("pid-001 lost er_pct 10 - reading");
    assertThat(files.counts).containsEntry("XFL-02", count("XFL-02", 0, 0, Fields.all().size()));
  }

  @Test
  void aKnownValueThatChangedWithoutAWordIsAnError() {
    files.old(1, "er_pct=10").young(1, "er_pct=90").compare();
    Finding finding = files.findings.get(0);
    assertThat(finding.ruleId()).isEqualTo("XFL-03");
    assertThat(finding.fields()).containsExactly("er_pct");
    assertThat(finding.says().en()).isEqualTo("ER percentage was changed without a word: 10 → 90");
    assertThat(finding.says().zh()).isEqualTo("ER百分比未经说明被更改：10 → 90");
    assertThat(finding.cells())
        .extracting(SourceCell::place)
        .extracting(Object::toString)
        .containsExactly("old.xlsx!Sheet1!" + address(), "new.xlsx!Sheet1!" + address());
    assertThat(files.counts).containsEntry("XFL-03", count("XFL-03", 1, 1, 0));
  }

  private static String address() {
    return Place.columnName(Fields.ER_PCT.index()) + "2";
  }

  @Test
  void aValueThatAFindingAskedForMayChange() {
    files.old(1, "er_pct=10").young(1, "er_pct=90").asked(1, "er_pct").compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.told()).containsExactly("pid-001 changed er_pct 10 90 query");
  }

  @Test
  void whatFollowUpBringsNeedsNoReason() {
    files
        .old(1, "vital_status=alive", "date_last_contact=2019-01-01", "progression=no")
        .young(1, "vital_status=dead", "date_last_contact=2020-01-01", "progression=yes")
        .old(2, "date_dx=2018-03", "lesion_count=2..", "radiotherapy=no", "surgery_type=none")
        .young(2, "date_dx=2018-03-04", "lesion_count=3", "radiotherapy=yes", "surgery_type=bcs")
        .compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.changes).hasSize(7);
    assertThat(files.changes).allMatch(c -> c.cause() == Change.Cause.FOLLOW_UP);
  }

  @Test
  void theDeadDoNotRise() {
    files.old(1, "vital_status=dead").young(1, "vital_status=alive").compare();
    assertThat(files.says("XFL-03"))
        .containsExactly("Vital status was changed without a word: dead → alive");
  }

  @Test
  void whatNeverChangesIsARuleOfItsOwn() {
    files
        .old(1, "birth_date=1960-05-01", "m_cat~M1")
        .young(1, "birth_date=1961-05-01", "m_cat~M0")
        .compare();
    assertThat(files.says("XFL-04"))
        .containsExactlyInAnyOrder(
            "Date of birth does not change: 1960-05-01 → 1961-05-01",
            "M category does not change: M1 → M0");
    assertThat(files.rules()).containsExactly("XFL-04");
    assertThat(files.counts).containsEntry("XFL-04", count("XFL-04", 1, 1, 0));
  }

  @Test
  void whatFollowsFromAnotherCellIsNotToldAgain() {
    files.old(1, "er_pct=0", "er_status~neg").young(1, "er_pct=50", "er_status~pos").compare();
    assertThat(files.told()).containsExactly("pid-001 changed er_pct 0 50 unexplained XFL-03");
  }

  @Test
  void aLastContactThatWentBackIsAWarning() {
    files
        .old(1, "date_last_contact=2020-01-01")
        .young(1, "date_last_contact=2019-12-01")
        .both(2, "date_last_contact=2020-01-01")
        .both(3, "date_last_contact=-")
        .compare();
    assertThat(files.says("XFL-05"))
        .containsExactly("Date of last contact went back: 2020-01-01 → 2019-12-01");
    assertThat(files.counts).containsEntry("XFL-05", count("XFL-05", 2, 1, 1));
  }

  @Test
  void aValueThatIsNoLongerKnownIsAWarning() {
    files
        .old(1, "er_pct=10")
        .young(1, "er_pct=-")
        .old(2, "er_pct=10")
        .young(2, "er_pct=?弱")
        .both(3, "er_pct=10")
        .compare();
    assertThat(files.says("XFL-06"))
        .containsExactly(
            "ER percentage had a value and has none now: 10 → blank",
            "ER percentage had a value and has none now: 10 → (not understood)");
    assertThat(files.counts).containsEntry("XFL-06", count("XFL-06", 3, 2, 0));
  }

  @Test
  void aValueThatWasNotKnownMayCome() {
    files.old(1, "er_pct=-").young(1, "er_pct=10").compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.told()).containsExactly("pid-001 appeared er_pct - 10 follow_up");
  }

  @Test
  void anotherReadingOfTheSameTextIsNotTheCentresChange() {
    files
        .old(1, "er_status=neg|弱", "er_pct=10")
        .young(1, "er_status=pos|弱", "er_pct=90")
        .readAnew()
        .compare();
    assertThat(files.told())
        .containsExactly(
            "pid-001 changed er_status neg pos reading",
            "pid-001 changed er_pct 10 90 unexplained XFL-03");
    assertThat(files.rules()).containsExactly("XFL-03");
  }

  @Test
  void anotherColumnByTheMappingIsNotTheCentresChange() {
    files.old(1, "er_pct=10").young(1, "er_pct=90").readAnew().moved(Fields.ER_PCT).compare();
    assertThat(files.findings).isEmpty();
  }

  @Test
  void identifiersAreComparedAndNeverShown() {
    files.old(1, "national_id=hash-a").young(1, "national_id=hash-b").compare();
    assertThat(files.told()).containsExactly("pid-001 changed national_id - - unexplained XFL-03");
    Finding finding = files.findings.get(0);
    assertThat(finding.says().en())
        .isEqualTo("National identity number was changed without a word: (withheld) → (withheld)");
    assertThat(finding.cells()).extracting(SourceCell::text).containsOnly("");
  }

  @Test
  void fewAndManyChangesAreToldAlike() {
    for (int i = 100; i < 140; i++) {
      files.both(i, "sex=female", i % 2 == 0 ? "date_last_contact=2020-01-01" : "parity=1");
    }
    files.old(1, "er_pct=10").old(2, "sex=male").young(2, "sex=female").young(3, "er_pct=1");
    files.compare();
    assertThat(files.told())
        .containsExactly(
            "pid-001 vanished - - - unexplained XFL-01",
            "pid-002 changed sex male female unexplained XFL-04",
            "pid-003 appeared - - - follow_up");
    assertThat(files.counts)
        .containsEntry("XFL-01", count("XFL-01", 42, 1, 0))
        .containsEntry("XFL-03", count("XFL-03", 41, 0, 1))
        .containsEntry("XFL-04", count("XFL-04", 41, 1, 1))
        .containsEntry("XFL-05", count("XFL-05", 20, 0, 22))
        .containsEntry("XFL-06", count("XFL-06", 41, 0, 1));
  }

  @Test
  void aWholeRowThatIsGoneOrSwappedIsOneFinding() {
    String[] old = {"sex=female", "er_pct=1", "pr_pct=2", "ki67_pct=3", "t_cat=T2", "n_cat=N1"};
    String[] none = {"sex=-", "er_pct=-", "pr_pct=-", "ki67_pct=-", "t_cat=-", "n_cat=-"};
    String[] other = {"parity=9", "er_pct=7", "pr_pct=8", "ki67_pct=9", "t_cat=T1", "n_cat=N0"};
    for (int i = 10; i < 20; i++) {
      files.both(i, old);
    }
    files.old(1, old).young(1, none);
    files.old(2, other);
    files.young(2, "parity=1", "er_pct=70", "pr_pct=80", "ki67_pct=90", "t_cat=T3", "n_cat=N2");
    files.compare();
    assertThat(files.says("XFL-06"))
        .containsExactly(
            "Sex, T category and 4 more had values and have none now: the patient's row may be"
                + " gone");
    assertThat(files.says("XFL-03"))
        .containsExactly(
            "Parity, T category and 4 more were changed without a word: it may be another"
                + " patient's row");
    assertThat(files.findings).hasSize(2).allMatch(finding -> finding.fields().size() == 6);
    assertThat(files.findings).allMatch(finding -> finding.cells().size() == 10);
    assertThat(files.changes).hasSize(12);
    assertThat(files.counts).containsEntry("XFL-06", count("XFL-06", 12, 1, 0));
  }

  @Test
  void tenfoldValuesAreAChangedUnit() {
    for (int i = 1; i <= 8; i++) {
      files.old(i, "tumor_size_mm=" + 10 * i).young(i, "tumor_size_mm=" + i);
    }
    files.old(9, "tumor_size_mm=30").young(9, "tumor_size_mm=-").compare();
    assertThat(files.says("XFL-08"))
        .containsExactly("Tumour size: 8 of 8 values are about 0.1 times what they were");
    assertThat(files.rules()).containsExactly("XFL-08");
    assertThat(files.changes).allMatch(c -> c.ruleId().equals("XFL-08"));
    assertThat(files.counts)
        .containsEntry("XFL-08", count("XFL-08", 1, 1, Fields.all().size() - 1));
  }

  @Test
  void inchesAreFoundAndTwiceTheSizeIsNoUnit() {
    for (int i = 1; i <= 8; i++) {
      files
          .old(i, "tumor_size_mm=" + i, "largest_lesion_mm=" + i)
          .young(i, "tumor_size_mm=" + 25.4 * i, "largest_lesion_mm=" + 2 * i);
    }
    files.compare();
    assertThat(files.says("XFL-08")).hasSize(1).first().asString().contains("25.4 times");
    assertThat(files.says("XFL-03")).hasSize(8);
  }

  @Test
  void aColumnThatWasCodedAnewIsOneFinding() {
    for (int i = 1; i <= 6; i++) {
      String old = i % 2 == 0 ? "er_status=pos|1" : "er_status=neg|2";
      String young = i % 2 == 0 ? "er_status=pos|0" : "er_status=?3";
      files.old(i, old).young(i, young);
    }
    files.compare();
    assertThat(files.says("XFL-09"))
        .containsExactly("ER status: the coding changed (1 → 0, 2 → 3)");
    assertThat(files.rules()).containsExactly("XFL-09");
    assertThat(files.counts)
        .containsEntry("XFL-09", count("XFL-09", 1, 1, Fields.all().size() - 1));
  }

  @Test
  void aColumnThatIsWrittenDifferentlyHereAndThereIsNotCodedAnew() {
    for (int i = 1; i <= 6; i++) {
      files.old(i, "er_status=pos|阳性").young(i, "er_status=pos|" + (i < 3 ? "+" : "阳性"));
    }
    assertThat(files.compare().findings).isEmpty();
  }

  @Test
  void oneWordThatBecameManyIsNoCoding() {
    for (int i = 1; i <= 8; i++) {
      files.old(i, "er_status=pos|阳性").young(i, "er_status=" + (i % 2 == 0 ? "pos|p" : "neg|n"));
    }
    assertThat(files.compare().rules()).containsExactly("XFL-03");
  }

  @Test
  void aColumnThatWasSortedAloneIsOneFinding() {
    int[] values = {50, 10, 90, 30, 70, 20};
    int[] sorted = {10, 20, 30, 50, 70, 90};
    for (int i = 0; i < values.length; i++) {
      files.old(i, "er_pct=" + values[i]).young(i, "er_pct=" + sorted[i]);
    }
    files.compare();
    assertThat(files.says("XFL-10"))
        .containsExactly(
            "ER percentage: the values are the same, but 5 of 6 stand at another patient");
    assertThat(files.rules()).containsExactly("XFL-10");
  }

  @Test
  void twoThatWereSwappedAreTwoChanges() {
    for (int i = 0; i < 8; i++) {
      files.old(i, "er_pct=" + i).young(i, "er_pct=" + (i == 0 ? 1 : i == 1 ? 0 : i));
    }
    assertThat(files.compare().rules()).containsExactly("XFL-03");
  }

  @Test
  void aColumnThatSlippedByOneRowIsOneFinding() {
    for (int i = 0; i < 40; i++) {
      files
          .old(i, "er_pct=" + value(i), "pr_pct=" + value(i))
          .young(i, "er_pct=" + (i < 10 ? value(i) : value(i - 1)), "pr_pct=" + value(i + 1));
    }
    files.compare();
    assertThat(files.says("XFL-11"))
        .containsExactly(
            "ER percentage: 30 rows have the value of the row above",
            "PR percentage: 40 rows have the value of the row below");
    assertThat(files.rules()).containsExactly("XFL-11");
  }

  /** No two neighbours alike. */
  private static int value(int i) {
    return i * 37 % 101;
  }

  @Test
  void aFewNeighboursOfOneValueAreNoShift() {
    for (int i = 0; i < 40; i++) {
      files.old(i, "er_pct=" + value(i)).young(i, "er_pct=" + (i < 5 ? value(i + 1) : value(i)));
    }
    assertThat(files.compare().rules()).containsExactly("XFL-03");
  }

  @Test
  void manyMoreNewPatientsThanUsualAreUnusual() {
    accrual(2);
    for (int i = 100; i < 140; i++) {
      files.young(i, "date_dx=2021-01-01");
    }
    files.sides(side(2020), side(2021)).compare();
    assertThat(files.says("XFL-12"))
        .containsExactly("40 new patients; 12 to 37 would be usual at the pace so far");
  }

  @Test
  void theUsualNumberOfNewPatientsIsNoFinding() {
    accrual(2);
    for (int i = 100; i < 124; i++) {
      files.young(i, "date_dx=2021-01-01");
    }
    files.sides(side(2020), side(2021)).compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.counts).containsEntry("XFL-12", count("XFL-12", 1, 0, 0));
  }

  @Test
  void afterTheStudysAccrualNobodyIsExpected() {
    accrual(2);
    files
        .accruing(LocalDate.of(2017, 1, 1), LocalDate.of(2020, 6, 30))
        .sides(side(2020), side(2021))
        .compare();
    assertThat(files.findings).isEmpty();
    assertThat(files.counts).containsEntry("XFL-12", count("XFL-12", 0, 0, 1));
  }

  /** So many a month in the twelve months up to June 2020. */
  private void accrual(int aMonth) {
    int number = 0;
    for (int month = 0; month < 12; month++) {
      for (int i = 0; i < aMonth; i++) {
        LocalDate day = LocalDate.of(2019, 7, 15).plusMonths(month);
        files.both(++number, "date_dx=" + day);
      }
    }
  }

  private static Side side(int year) {
    return TwoFiles.side("x.xlsx", "r1", year, "1900", List.of());
  }

  @Test
  void anotherHeaderMattersWhereColumnsAreCounted() {
    List<SheetHeader> before = List.of(new SheetHeader("S", List.of("id", "date", "date")));
    List<SheetHeader> now = List.of(new SheetHeader("S", List.of("id", "", "date", "date")));
    Side old = TwoFiles.side("old.xlsx", "r1", 2020, "1900", before);
    Side young = TwoFiles.side("new.xlsx", "r1", 2020, "1900", now);
    files.both(1, "er_pct=1").sides(old, young).byPosition().compare();
    assertThat(files.says("XFL-13"))
        .containsExactly("The header of sheet 'S' changed: B: date → (empty), D: (empty) → date");
    assertThat(files.counts).containsEntry("XFL-13", count("XFL-13", 1, 1, 0));
    TwoFiles byName = new TwoFiles().both(1, "er_pct=1").sides(old, young).compare();
    assertThat(byName.findings).isEmpty();
    assertThat(byName.counts).containsEntry("XFL-13", count("XFL-13", 0, 0, 1));
  }

  @Test
  void anotherDateSystemIsAnError() {
    Side old = TwoFiles.side("old.xlsx", "r1", 2020, "1900", List.of());
    Side young = TwoFiles.side("new.xlsx", "r1", 2020, "1904", List.of());
    files.both(1, "er_pct=1").sides(old, young).compare();
    assertThat(files.says("FIL-15"))
        .containsExactly("The date system differs from the last file: 1900 → 1904");
    Side text = TwoFiles.side("new.csv", "r1", 2020, "", List.of());
    assertThat(new TwoFiles().both(1, "er_pct=1").sides(old, text).compare().counts)
        .containsEntry("FIL-15", count("FIL-15", 0, 0, 1));
  }

  @Test
  void aDataCutIsJudgedWhereBothHaveOne() {
    Side cut = side(2020);
    Side none =
        new Side("x.xlsx", "r1", LocalDate.of(2020, 7, 1), Optional.empty(), "1900", List.of());
    files.both(1, "er_pct=1").sides(cut, none).compare();
    assertThat(files.counts).containsEntry("XFL-07", count("XFL-07", 0, 0, 1));
  }

  @Test
  void movesAreFoundInTheOrderOfTheRows() {
    Moves moves = new Moves();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(i);
    }
    Collections.shuffle(rows, new Random(7));
    rows.forEach(i -> moves.add(i, i, i - 1));
    assertThat(moves.longest()).isEqualTo(new Moves.Run(100, true));
  }

  private static RuleCount count(String rule, long judged, long broken, long notApplicable) {
    return RuleCount.of(RuleBook.BUILT_IN.named(rule).orElseThrow(), judged, broken, notApplicable);
  }
}
