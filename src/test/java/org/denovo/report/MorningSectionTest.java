package org.denovo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** The first screen. All is invented. */
class MorningSectionTest {

  @Test
  void theFirstScreenAnswersFourQuestions() {
    assertThat(cards(InventedReport.of(3, Optional.empty())))
        .extracting(card -> en(card.get("over")), card -> card.get("number"))
        .containsExactly(
            tuple("The night", "1 / 3"),
            tuple("Since the last run", "6"),
            tuple("To call", "1"),
            tuple("Cohorts", "2"));
  }

  @Test
  void newFindingsStandWithTheirSeverityAndBesideAllThatAreOpen() {
    assertThat(lines(1, InventedReport.of(3, Optional.empty())))
        .containsExactly(
            "errors 6, warnings 0, notes 0",
            "3 resolved, 2 persist",
            "54 open: errors 54, warnings 0, notes 0");
    assertThat(lines(1, InventedReport.of(3, Optional.of(Text.same("words 1.4 → 1.5")))))
        .contains("Not comparable with the last run");
  }

  @Test
  void aCohortsChangeIsNotShownWhereRunsCannotBeCompared() {
    assertThat(lines(3, InventedReport.of(0, Optional.empty())))
        .containsExactly("margins: 0 (−1)", "surgery: 0 (−1)");
    assertThat(lines(3, InventedReport.of(0, Optional.of(Text.same("words 1.4 → 1.5")))))
        .containsExactly("margins: 0", "surgery: 0");
  }

  @Test
  void theCentresThatKeepMostPatientsOutAreCalledFirst() {
    CallList calls = new CallList(InventedReport.of(0, Optional.empty()));
    assertThat(calls.inOrder())
        .extracting(Report.Centre::code)
        .containsExactly("c03", "c01", "c02");
    assertThat(calls.toCall())
        .singleElement()
        .extracting(centre -> calls.why(centre).orElseThrow())
        .isEqualTo(new Text("4个问题逾期未答", "4 overdue"));
    assertThat(new CallList(InventedReport.of(200, Optional.empty())).keptOut("c01")).isPositive();
  }

  private static List<String> lines(int card, Report report) {
    return ((List<?>) cards(report).get(card).get("lines"))
        .stream().map(line -> en(((Map<?, ?>) line).get("says"))).toList();
  }

  private static List<Map<?, ?>> cards(Report report) {
    return ((List<?>) MorningSection.view(report, new CallList(report)).get("cards"))
        .stream().<Map<?, ?>>map(card -> (Map<?, ?>) card).toList();
  }

  private static String en(Object words) {
    return String.valueOf(((Map<?, ?>) words).get("en"));
  }
}
