package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.mapping.SampleWorkbook.noticed;
import static org.denovo.mapping.SampleWorkbook.row;
import static org.denovo.mapping.SampleWorkbook.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeTest {

  @Test
  void withoutAWordDifferingRowsAreMarkedAndTheFirstAnswerCounts() {
    assertThat(status("", row("A1", "1", ""), row("A1", "2", "存活"), row("A1", "3", "死亡")))
        .containsExactly("A1: C3=存活!");
  }

  @Test
  void rowsThatSayTheSameDoNotDiffer() {
    assertThat(status("", row("A1", "1", "存活 "), row("A1", "2", ""), row("A1", "3", "存活")))
        .containsExactly("A1: C2=存活 ");
    assertThat(status("", row("A1", "1", LocalDate.of(2018, 5, 3)), row("A1", "2", "2018年5月3日")))
        .containsExactly("A1: C2=2018-05-03");
    assertThat(status("", row("A1", "1", 3), row("A1", "2", "3.0"))).containsExactly("A1: C2=3");
  }

  @Test
  void firstAndLastAreRowsWhateverStandsInThem() {
    assertThat(status("first", row("A1", "1", ""), row("A1", "2", "x"))).containsExactly("A1: C2=");
    assertThat(status("last", row("A1", "1", "x"), row("A1", "2", ""))).containsExactly("A1: C3=");
  }

  @Test
  void anyIsTheFirstRowInWhichSomethingStands() {
    assertThat(status("any", row("A1", "1", "　"), row("A1", "2", "x"), row("A1", "3", "y")))
        .containsExactly("A1: C3=x");
  }

  @Test
  void anotherColumnCanOrderTheRows() {
    List<Object> may = row("A1", "2019年5月3日", "b");
    List<Object> march = row("A1", LocalDate.of(2019, 3, 1), "a");
    List<Object> june = row("A1", "20190601", "c");
    List<Object> undated = row("A1", "不详", "d");

    assertThat(status("last by 日期", june, may, march, undated)).containsExactly("A1: C2=c");
    assertThat(status("first by 日期", june, may, march, undated)).containsExactly("A1: C4=a");
    assertThat(status("max by 日期", may, june, march)).containsExactly("A1: C3=c");
    assertThat(status("min by 日期", may, june, march)).containsExactly("A1: C4=a");
  }

  @Test
  void yearsOfTwoDigitsOrderTheRows() {
    assertThat(status("last by 日期", row("A1", "19年6月1日", "c"), row("A1", "18年12月", "b")))
        .containsExactly("A1: C2=c");
    assertThat(status("last by 日期", row("A1", "19.6.30", "c"), row("A1", "98-12-31", "b")))
        .containsExactly("A1: C2=c");
    assertThat(status("last by 日期", row("A1", "31/5/2019", "c"), row("A1", "30/4/2019", "b")))
        .containsExactly("A1: C2=c");
  }

  @Test
  void ofThreeShortNumbersTheDeclaredOrderDecides() {
    String sheet =
        """
          - patient: 住院号
            columns:
              日期: {field: date_last_contact, take: any, date-order: %s}
              状态: {field: vital_status, take: last by 日期}
        """;
    SampleWorkbook workbook =
        new SampleWorkbook()
            .sheet(
                "表",
                row("住院号", "日期", "状态"),
                row("A1", "01-02-03", "b"),
                row("A1", "02-01-02", "c"));

    assertThat(said(workbook.open(sheet.formatted("ymd")))).containsExactly("A1: B2=01-02-03 C3=c");
    assertThat(said(workbook.open(sheet.formatted("dmy")))).containsExactly("A1: B2=01-02-03 C2=b");
  }

  @Test
  void aBareSerialNumberAmongDatesIsADay() {
    assertThat(
            status("last by 日期", row("A1", 43617, "c"), row("A1", LocalDate.of(2019, 5, 3), "b")))
        .containsExactly("A1: C2=c");
  }

  @Test
  void rowsOfOneDateKeepTheirOrder() {
    assertThat(status("last by 日期", row("A1", "2019-5-3", "x"), row("A1", "2019/05/03", "y")))
        .containsExactly("A1: C3=y");
    assertThat(status("first by 日期", row("A1", "2019-5-3", "x"), row("A1", "2019/05/03", "y")))
        .containsExactly("A1: C2=x");
  }

  @Test
  void rowsWithoutAnyDateKeepTheirOrder() {
    assertThat(status("last by 日期", row("A1", "", "x"), row("A1", "不详", "y")))
        .containsExactly("A1: C3=y");
  }

  @Test
  void aMissingOrderColumnIsNoticedAndTheRowsKeepTheirOrder() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet("随访", row("住院号", "状态"), row("A1", "x"), row("A1", "y"))
            .open("  - {patient: 住院号, columns: {状态: {field: vital_status, take: last by 日期}}}\n");

    assertThat(said(north)).containsExactly("A1: B3=y");
    assertThat(noticed(north)).containsExactly("MISSING_COLUMN 随访!A1 1 column '日期' is not there");
  }

  @Test
  void theOrderColumnsOwnDateOrderCounts() {
    MappedWorkbook north =
        new SampleWorkbook()
            .sheet(
                "随访",
                row("住院号", "日期", "状态"),
                row("A1", "02/05/2019", "y"),
                row("A1", "11/04/2019", "x"))
            .open(
                """
                  - patient: 住院号
                    columns:
                      日期: {field: date_last_contact, take: max, date-order: dmy}
                      状态: {field: vital_status, take: last by 日期}
                """);

    assertThat(said(north)).containsExactly("A1: B2=02/05/2019 C2=y");
  }

  @Test
  void maxAndMinCompareNumbersAndDates() {
    assertThat(status("max", row("A1", "", 9), row("A1", "", "10"), row("A1", "", "多发")))
        .containsExactly("A1: C3=10");
    assertThat(status("min", row("A1", "", "2019-10-01"), row("A1", "", "2019-9-30")))
        .containsExactly("A1: C3=2019-9-30");
    assertThat(status("max", row("A1", "", ""), row("A1", "", "多发"))).containsExactly("A1: C3=多发");
  }

  @Test
  void onePatientsRowsNeedNotStandTogether() {
    assertThat(status("last", row("A1", "1", "a"), row("A2", "1", "b"), row("A1", "2", "c")))
        .containsExactly("A1: C4=c", "A2: C3=b");
  }

  @Test
  void theWordsOfAFileAreFew() {
    assertThat(Take.parse("last  by 随访 日期"))
        .contains(new Take(Take.Which.LAST, Optional.of("随访 日期")));
    assertThat(Take.parse("any")).contains(new Take(Take.Which.ANY, Optional.empty()));
    assertThat(List.of("any by x", "Last", "last by", "newest", ""))
        .allSatisfy(written -> assertThat(Take.parse(written)).isEmpty());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the rows are only read
  private static List<String> status(String take, List<Object>... rows) {
    String column = take.isEmpty() ? "vital_status" : "{field: vital_status, take: " + take + "}";
    List<List<Object>> all = new java.util.ArrayList<>(List.of(row("住院号", "日期", "状态")));
    all.addAll(List.of(rows));
    return said(
        new SampleWorkbook()
            .sheet("随访", false, all)
            .open("  - {patient: 住院号, columns: {状态: " + column + "}, ignore: [日期]}\n"));
  }

  /** One row a patient, three visits side by side. */
  private static final SampleWorkbook WIDE =
      new SampleWorkbook()
          .sheet(
              "随访",
              row("住院号", "T1日期", "T1状态", "T2日期", "T2状态", "T3日期", "T3状态"),
              row("A1", "2019-06-01", "带瘤", "2020-06-01", "进展", "", ""),
              row("A2", "2021-01-01", "死亡", "2020-01-01", "带瘤", "2019-01-01", "无瘤"),
              row("A3", "", "", "", "", "", ""));

  private static String wide(String take) {
    return """
      - patient: 住院号
        columns:
          T1状态: {field: vital_status, take: %1$s 1}
          T2状态: {field: vital_status, take: %1$s 2}
          T3状态: {field: vital_status, take: %1$s 3}
        ignore: [T*日期]
    """
        .replace(" 1}", take.endsWith("by") ? " T1日期}" : "}")
        .replace(" 2}", take.endsWith("by") ? " T2日期}" : "}")
        .replace(" 3}", take.endsWith("by") ? " T3日期}" : "}")
        .formatted(take);
  }

  @Test
  void ofColumnsThatMeanOneFieldTheTakeChoosesAndBlankOnesDoNotCount() {
    assertThat(said(WIDE.open(wide("last")))).containsExactly("A1: E2=进展", "A2: G3=无瘤", "A3: C4=");
    assertThat(said(WIDE.open(wide("first")))).containsExactly("A1: C2=带瘤", "A2: C3=死亡", "A3: C4=");
    assertThat(said(WIDE.open(wide("any")))).containsExactly("A1: C2=带瘤", "A2: C3=死亡", "A3: C4=");
    assertThat(said(WIDE.open(wide("last by"))))
        .containsExactly("A1: E2=进展", "A2: C3=死亡", "A3: C4=");
    assertThat(said(WIDE.open(wide("first by"))))
        .containsExactly("A1: C2=带瘤", "A2: G3=无瘤", "A3: C4=");
  }

  @Test
  void theGreatestOfSeveralColumnsIsTaken() {
    assertThat(
            said(
                WIDE.open(
                    """
                      - patient: 住院号
                        columns:
                          T1日期: {field: date_last_contact, take: max}
                          T2日期: {field: date_last_contact, take: max}
                          T3日期: {field: date_last_contact, take: max}
                        ignore: [T*状态]
                    """)))
        .containsExactly("A1: D2=2020-06-01", "A2: B3=2021-01-01", "A3: B4=");
  }

  @Test
  void longAndWideCanMeet() {
    SampleWorkbook both =
        new SampleWorkbook()
            .sheet("随访", row("住院号", "T1状态", "T2状态"), row("A1", "带瘤", "进展"), row("A1", "死亡", ""));
    assertThat(
            said(
                both.open(
                    "  - {patient: 住院号, columns: {T1状态: {field: vital_status, take: last}, T2状态:"
                        + " {field: vital_status, take: last}}}\n")))
        .containsExactly("A1: B3=死亡");
  }
}
