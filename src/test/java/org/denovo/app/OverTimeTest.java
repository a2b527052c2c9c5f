package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.extract.RunSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One centre's workbooks, night after night. */
class OverTimeTest {

  @TempDir Path folder;

  private OwnProject project;
  private List<String> rows;

  @BeforeEach
  void aFirstNight() throws IOException {
    project = new OwnProject(folder.resolve("project"));
    rows = new ArrayList<>(OwnProject.patients(12));
    project.send("north_1.csv", rows);
    assertThat(project.run().code()).isZero();
  }

  @Test
  void theFirstSubmissionHasNothingToBeComparedWith() throws IOException {
    assertThat(project.lines("quality/changes.csv")).isEmpty();
    assertThat(project.rules("XFL")).isEmpty();
    assertThat(project.count("XFL-01")).isEqualTo("0,0,12");
    assertThat(project.count("FIL-15")).isEqualTo("0,0,1");
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
        .doesNotContain("id=\"since\"");
  }

  @Test
  void whatChangedIsToldWithBothCells() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02"); // ER 37 → 38
    change(1, "P2,,左,2019-04-11,74,16,2020-05-03"); // the diagnosis
    change(2, "P3,,左,2019-04-11,,19,2020-04-01"); // ER lost, contact back
    rows.remove(11);
    rows.add("P99,,左,2020-06-01,50,20,2020-06-20");
    project.send("north_2.csv", rows);
    Said said = project.run();
    assertThat(said.code()).as(said.out()).isZero();
    assertThat(said.out()).contains("Resent      patients 1 new, 1 gone; values 3 changed, 1 lost");
    assertThat(project.changes())
        .containsExactlyInAnyOrder(
            "er_pct changed 37 38 north_1.csv!E2 north_2.csv!E2 unexplained XFL-03",
            "date_dx changed 2019-03-11 2019-04-11 north_1.csv!D3 north_2.csv!D3 unexplained"
                + " XFL-04",
            "er_pct lost 10  north_1.csv!E4 north_2.csv!E4 unexplained XFL-06",
            "date_last_contact changed 2020-05-04 2020-04-01 north_1.csv!G4 north_2.csv!G4"
                + " unexplained XFL-05",
            " vanished   north_1.csv!B13  unexplained XFL-01",
            " appeared    north_2.csv!B13 follow_up ");
    assertThat(project.rules("XFL"))
        .containsExactlyInAnyOrder("XFL-01", "XFL-03", "XFL-04", "XFL-05", "XFL-06");
    assertThat(project.count("XFL-01")).isEqualTo("12,1,0");
    assertThat(project.count("XFL-03")).isEqualTo("11,1,1");
    RunSummary summary = RunSummary.read(project.latest());
    assertThat(summary.counts())
        .containsEntry("since_last.patients_appeared", 1L)
        .containsEntry("since_last.patients_vanished", 1L)
        .containsEntry("since_last.values_changed", 3L)
        .containsEntry("since_last.values_lost", 1L);
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
        .contains("id=\"since\"", "north_1.csv</span>, <span>2020-07-15", "Fields most changed");
  }

  @Test
  void itIsStillSaidInTheNightsThatFollow() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows);
    project.run();
    assertThat(project.run().out()).contains("nothing was read again");
    project.edit("jobs/nightly.yaml", "en: Night}", "en: Another night}");
    assertThat(project.run().out()).contains("0 read, 1 unchanged").contains("0 new");
    assertThat(project.rules("XFL")).containsExactly("XFL-03");
    assertThat(project.changes()).hasSize(1);
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    rows.set(1, rows.get(1) + " ");
    project.send("north_3.csv", rows);
    assertThat(project.run().out()).contains("1 resolved");
    assertThat(project.rules("XFL")).isEmpty();
  }

  @Test
  void theSameBytesUnderAnotherNameAreNothingToDo() throws IOException {
    project.send("north_1_final.csv", rows);
    Said said = project.run();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("nothing was read again")
        .contains(
            "north_1_final.csv: the same bytes as north_1.csv, taken in on 2020-07-15; there is"
                + " nothing to do");
    assertThat(RunSummary.read(project.job().resolve("../../out/nightly").normalize()).notices())
        .hasSize(1);
  }

  @Test
  void bytesThatWereReplacedDoNotComeBack() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows);
    project.run();
    Path second = project.latest();
    project.touch("north_1.csv");
    Said said = project.run();
    assertThat(said.out())
        .contains("nothing was read again")
        .contains(
            "north_1.csv: the same bytes as north_1.csv, taken in on 2020-07-15 and replaced"
                + " since; north_2.csv stays in force");
    assertThat(project.latest()).isEqualTo(second);
  }

  @Test
  void oneWorkbookIsASubmissionAndAnotherBesideItIsNamed() throws IOException {
    OwnProject parts = new OwnProject(folder.resolve("parts"));
    parts.send("north_part1.csv", rows.subList(0, 6)).send("north_part2.csv", rows.subList(6, 12));
    Said said = parts.run();
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Patients    6")
        .contains(
            "north_part1.csv: not read, the centre has a newer one there; a centre's submission is"
                + " one workbook");
    project.send("north_2.csv", rows.subList(0, 11));
    assertThat(project.run().out()).doesNotContain("not read");
  }

  @Test
  void anEarlierDataCutIsReturnedAndTheNewerStaysInForce() throws IOException {
    project.edit("mappings/north.yaml", "data-cut: 2020-06-30", "data-cut: 2020-03-31");
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows);
    Said said = project.run();
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.out())
        .contains(
            "north_2.csv: north_2.csv was cut on 2020-03-31, before the accepted one on"
                + " 2020-06-30");
    assertThat(project.rules("XFL")).containsExactly("XFL-07");
    assertThat(project.count("XFL-07")).isEqualTo("1,1,1");
    assertThat(project.lines("registry/lineage.csv")).noneMatch(line -> line.contains("north_2"));
    assertThat(project.run().code()).isEqualTo(5);

    project.edit("mappings/north.yaml", "data-cut: 2020-03-31", "data-cut: 2020-07-10");
    assertThat(project.run().code()).isZero();
    assertThat(project.rules("XFL")).containsExactly("XFL-03");
    assertThat(project.count("XFL-07")).isEqualTo("1,0,0");
  }

  @Test
  void anotherMappingOfTheSameBytesAccusesNobody() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows);
    project.run();
    project.edit("mappings/north.yaml", "tumor_size_mm, unit: mm", "tumor_size_mm, unit: cm");
    Said said = project.run();
    assertThat(said.out()).contains("1 read");
    assertThat(project.rules("XFL")).containsExactly("XFL-03");
    assertThat(project.changes())
        .filteredOn(change -> change.startsWith("tumor_size_mm changed"))
        .hasSize(12)
        .allMatch(change -> change.endsWith("reading "));
    assertThat(project.count("XFL-08")).startsWith("2,0,");
  }

  @Test
  void anotherColumnForAFieldAccusesNobody() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows);
    project.run();
    project.edit("mappings/north.yaml", "\"ER(%)\": er_pct", "\"ER(%)\": pr_pct");
    project.edit("mappings/north.yaml", "\"大小\": {field: tumor_size_mm, unit: mm}", "大小: er_pct");
    project.run();
    assertThat(project.rules("XFL")).isEmpty();
    assertThat(project.changes()).isNotEmpty().allMatch(change -> change.endsWith("reading "));
  }

  @Test
  void aMappingThatTakesAnotherColumnOfANewWorkbookAccusesNobody() throws IOException {
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    change(1, rows.get(1).replace("2019-03-11", "2019-04-11"));
    project.send("north_2.csv", rows);
    project.edit("mappings/north.yaml", "\"ER(%)\": er_pct", "\"ER(%)\": pr_pct");
    project.edit("mappings/north.yaml", "\"大小\": {field: tumor_size_mm, unit: mm}", "大小: er_pct");
    project.run();
    assertThat(project.rules("XFL")).containsExactly("XFL-04");
    assertThat(project.changes())
        .filteredOn(change -> change.startsWith("er_pct changed"))
        .isNotEmpty()
        .allMatch(change -> change.endsWith("reading "));
  }

  @Test
  void aCorrectedNumberIsRenamedAndTheNumberIsNotShown() throws IOException {
    change(0, "P1,110101196001011234,左,2019-02-11,37,13,2020-05-02");
    project.send("north_2.csv", rows);
    project.run();
    change(0, "P1001,110101196001011234,左,2019-02-11,37,13,2020-05-02");
    project.send("north_3.csv", rows);
    project.run();
    List<String> lines = project.lines("quality/changes.csv");
    assertThat(lines).hasSize(1).first().asString().contains(",renamed,").doesNotContain("P1001");
    assertThat(project.rules("XFL")).isEmpty();
  }

  @Test
  void aCorrectionThatWasAskedForIsNoSilentChange() throws IOException {
    change(0, "P1,,左,2019-02-11,37,13,2018-05-02"); // last seen before the diagnosis
    project.send("north_2.csv", rows);
    project.run();
    assertThat(project.lines("quality/findings.csv")).anyMatch(line -> line.contains("VIT-08"));
    change(0, "P1,,左,2018-02-11,37,13,2018-05-02");
    project.send("north_3.csv", rows);
    project.run();
    assertThat(project.rules("XFL")).isEmpty();
    assertThat(project.changes()).hasSize(1).first().asString().contains(" query ");
  }

  @Test
  void thePreviousOfARepeatedRegistryIsTheSameAndSoAreTheBytes() throws IOException {
    OwnProject again = new OwnProject(folder.resolve("again"));
    again.send("north_1.csv", OwnProject.patients(12)).run();
    change(0, "P1,,左,2019-02-11,38,13,2020-05-02");
    project.send("north_2.csv", rows).run();
    again.send("north_2.csv", rows).run();
    SampleProject.assertSameBytes(project.latest(), again.latest());

    OwnProject late = new OwnProject(folder.resolve("late"));
    late.send("north_1.csv", OwnProject.patients(12)).send("north_2.csv", rows).run();
    assertThat(late.changes()).isEmpty();
    assertThat(late.latest().getFileName().toString().split("-")[1])
        .as("another history is another content")
        .isNotEqualTo(project.latest().getFileName().toString().split("-")[1]);
  }

  @Test
  void aRenamedColumnIsProposedAndTakenWithOneCommand() throws IOException {
    String header = OwnProject.HEADER.replace("ER(%)", "雌激素受体百分比");
    project.send("north_2.csv", header, rows);
    project.run();
    assertThat(project.rules("XFL")).containsExactly("XFL-02");
    List<String> proposals = project.lines("quality/proposals.csv");
    assertThat(proposals).hasSize(1);
    String[] proposal = proposals.get(0).split(",");
    assertThat(proposal[3]).isEqualTo("ER(%)");
    assertThat(proposal[4]).isEqualTo("雌激素受体百分比");
    assertThat(List.of(proposal).subList(5, 11))
        .containsExactly("er_pct", "85", "0", "12", "12", "37; 74; 10");
    assertThat(Files.readString(project.latest().resolve("quality/report.html")))
        .contains("id=\"renames\"", proposal[0]);

    String before = Files.readString(project.mapping());
    Said accepted =
        Said.by("accept", proposal[0], "--job", project.job().toString(), "--lang", "en");
    assertThat(accepted.code()).as(accepted.err()).isZero();
    assertThat(Files.readString(project.mapping())).isEqualTo(before.replace("ER(%)", "雌激素受体百分比"));
    project.run();
    assertThat(project.rules("XFL")).isEmpty();
    assertThat(project.changes()).isEmpty();
    assertThat(project.lines("quality/proposals.csv")).isEmpty();
  }

  private void change(int row, String to) {
    rows.set(row, to);
  }
}
