package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rule FIL-12. */
class SeriesTest {

  private static final LocalDate DAY = LocalDate.of(2018, 5, 3);

  private static List<String> of(String field, List<?> cells) {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "值")));
    for (int i = 0; i < cells.size(); i++) {
      rows.add(cells.get(i).equals("/") ? row() : row(1000 + i, cells.get(i)));
    }
    return noticed(
        new SampleWorkbook()
            .sheet("表", false, rows)
            .open("  - {patient: 住院号, columns: {值: " + field + "}}\n"));
  }

  private static String run(int from, int to) {
    return "SERIES 表!B%d %d column '值' rises by a constant step from row %d to row %d, as if filled by dragging"
        .formatted(from, to - from + 1, from, to);
  }

  @Test
  void fourRowsThatRiseByOneAreSuspect() {
    assertThat(of("ki67_pct", List.of(30, 5, 90, 91, 92, 93, 20, 60, 15)))
        .containsExactly(run(4, 7));
  }

  @Test
  void threeRowsAreNot() {
    assertThat(of("ki67_pct", List.of(30, 5, 90, 91, 92, 20, 60, 15))).isEmpty();
  }

  @Test
  void anyConstantStepCounts() {
    assertThat(of("ki67_pct", List.of(30, 5, 10, 25, 40, 55, 20, 60, 15)))
        .containsExactly(run(4, 7));
  }

  @Test
  void textsWithANumberAndDatesAreSeriesToo() {
    assertThat(of("t_cat", List.of("T2", "T4", "T1", "T2", "T3", "T4", "T2")))
        .containsExactly(run(4, 7));
    assertThat(
            of(
                "date_dx",
                List.of(
                    DAY.plusDays(90),
                    DAY,
                    DAY.plusDays(1),
                    DAY.plusDays(2),
                    DAY.plusDays(3),
                    DAY.minusDays(400))))
        .containsExactly(run(3, 6));
    assertThat(
            of(
                "date_dx",
                List.of("2019-06-30", "2019-07-01", "2019-07-02", "2019-07-03", "2018-01-01")))
        .containsExactly(run(2, 5));
  }

  @Test
  void fallingRowsAndEqualOnesAreNoSeries() {
    assertThat(of("ki67_pct", List.of(30, 93, 92, 91, 90, 20, 20, 20, 20, 15))).isEmpty();
  }

  @Test
  void aBlankRowEndsASeries() {
    assertThat(of("ki67_pct", List.of(30, 5, 90, 91, "/", 92, 93, 20))).isEmpty();
  }

  @Test
  void aSheetSortedByTheColumnIsNoSeries() {
    List<LocalDate> sorted = new ArrayList<>();
    for (int days : new int[] {0, 9, 9, 30, 31, 32, 33, 60, 75, 75, 90, 120}) {
      sorted.add(DAY.plusDays(days));
    }
    assertThat(of("date_dx", sorted)).isEmpty();
    assertThat(of("age_at_dx", List.of(70, 66, 60, 61, 62, 63, 55, 50, 44, 41, 40, 39)))
        .containsExactly(run(4, 7));
  }

  @Test
  void thePatientNumberMayBeASeries() {
    assertThat(of("ki67_pct", List.of(30, 5, 12, 80, 44, 20))).isEmpty();
  }

  @Test
  void aShortScaleHasSuchRunsByChance() {
    Random random = new Random(7);
    List<String> stages = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      stages.add("T" + (1 + random.nextInt(4)));
    }
    assertThat(String.join("", stages)).contains("T1T2T3T4");
    assertThat(of("t_cat", stages)).isEmpty();
  }

  @Test
  void visitsOfOnePatientMayRise() {
    List<List<Object>> rows = new ArrayList<>(List.of(row("住院号", "末次随访")));
    for (int visit = 0; visit < 6; visit++) {
      rows.add(row("A1", DAY.plusDays(30L * visit)));
    }
    rows.addAll(Arrays.asList(row("A2", DAY.plusDays(4)), row("A3", DAY.plusDays(9))));
    assertThat(
            noticed(
                new SampleWorkbook()
                    .sheet("随访", false, rows)
                    .open(
                        "  - {patient: 住院号, columns: {末次随访: {field: date_last_contact, take:"
                            + " max}}}\n")))
        .isEmpty();
  }
}
