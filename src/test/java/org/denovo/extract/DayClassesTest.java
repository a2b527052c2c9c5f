package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Follow-up of which every class can be counted by hand. */
class DayClassesTest {

  private static final List<Column> COLUMNS =
      List.of(DesignRows.PATIENT, DesignRows.START, DesignRows.STOP, EventTimes.EVENT);

  @Test
  void whoWasOperatedOnTheSameDayAndFollowedAsLongIsAlike() {
    DayClasses classes = new DayClasses("x.csv", COLUMNS, 2);
    add(classes, "a", 60, 400);
    add(classes, "b", 60, 400);
    add(classes, "c", 60, 410);
    add(classes, "d", 0, 410);
    List<Alike.Risk> risks = classes.risks();
    assertThat(risks)
        .extracting(Alike.Risk::code, Alike.Risk::classes, Alike.Risk::smallest, Alike.Risk::below)
        .containsExactly(
            tuple("days", 3L, 1L, 2L),
            tuple("days/30", 2L, 1L, 1L),
            tuple("days/91", 2L, 1L, 1L),
            tuple("days/365", 2L, 1L, 1L),
            tuple("days=-", 2L, 1L, 1L));
    assertThat(risks).noneMatch(Alike.Risk::isMinimal);
  }

  @Test
  void theFirstBandThatReachesKIsMinimal() {
    DayClasses classes = new DayClasses("x.csv", COLUMNS, 2);
    add(classes, "a", 0, 5);
    add(classes, "b", 0, 20);
    assertThat(classes.risks())
        .filteredOn(Alike.Risk::isMinimal)
        .extracting(Alike.Risk::code)
        .containsExactly("days/30");
  }

  @Test
  void whoHasNoRowIsNotInTheFile() {
    DayClasses classes = new DayClasses("x.csv", COLUMNS, 2);
    classes.add(List.of(), List.of());
    assertThat(classes.risks().get(0).patients()).isZero();
  }

  @Test
  void whatStandsBesideTellsApart() {
    DayClasses classes = new DayClasses("x.csv", COLUMNS, 2);
    classes.add(List.of("51", "female"), List.of(List.of("a", "0", "5", "1")));
    classes.add(List.of("51", "male"), List.of(List.of("b", "0", "5", "1")));
    assertThat(classes.risks()).allMatch(risk -> risk.smallest() == 1);
  }

  /** Unexposed up to the operation, exposed after it; without one there is one row. */
  private static void add(DayClasses classes, String pid, int operated, int end) {
    List<List<String>> rows = new ArrayList<>();
    if (operated > 0) {
      rows.add(List.of(pid, "0", "" + operated, "0"));
    }
    rows.add(List.of(pid, "" + operated, "" + end, "1"));
    classes.add(List.of(), rows);
  }
}
