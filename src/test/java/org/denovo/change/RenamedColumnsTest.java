package org.denovo.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.Patients;
import org.denovo.normalise.Normaliser;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of invented patients in which columns have other names than the mapping says. */
class RenamedColumnsTest {

  @TempDir Path folder;

  private CentreMapping mapping;
  private final Normaliser normaliser = new Normaliser(text -> "h" + text.hashCode());
  private final Map<String, PatientRecord> before = new HashMap<>();

  @BeforeEach
  void aCentre() throws IOException {
    Files.writeString(
        folder.resolve("north.yaml"),
        """
        schema: 1
        centre: north
        title: {zh: 北方（虚构）, en: North}
        workbooks: "*.csv"
        sheets:
          - patient: 编号
            columns:
              身份证号: national_id
              侧别: laterality
              ER(%): er_pct
              确诊日期: date_dx
              PR(%): pr_pct
        words: {laterality: {left: [左], right: [右]}}
        """);
    Problems problems = new Problems();
    mapping = Mappings.read(folder, folder, problems).all().get(0);
    assertThat(problems.sorted()).isEmpty();
  }

  private PatientRecord read(MappedPatient patient) {
    return normaliser.normalise(
        new PatientKey("north", patient.number(), "pid-" + patient.number()), patient);
  }

  private Path csv(String header, Function<Integer, String> row) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 1; i <= 20; i++) {
      lines.add(row.apply(i));
    }
    return Files.write(folder.resolve("north.csv"), lines);
  }

  private void last(String header, Function<Integer, String> row) throws IOException {
    try (Workbook workbook =
        WorkbookFile.open(csv(header, row), Limits.DEFAULT, Optional.empty())) {
      try (Patients patients = MappedWorkbook.open(workbook, "north.csv", mapping).patients()) {
        patients.forEachRemaining(p -> before.put("pid-" + p.number(), read(p)));
      }
    }
  }

  private List<RenameProposal> now(String header, Function<Integer, String> row)
      throws IOException {
    try (Workbook workbook =
        WorkbookFile.open(csv(header, row), Limits.DEFAULT, Optional.empty())) {
      MappedWorkbook mapped = MappedWorkbook.open(workbook, "north.csv", mapping);
      return new RenamedColumns(
              "north.csv", mapping, this::read, pid -> Optional.ofNullable(before.get(pid)))
          .in(workbook, mapped.unplaced());
    }
  }

  private static final String HEADER = "编号,身份证号,侧别,ER(%),确诊日期,PR(%)";

  private static String row(int i) {
    String id = i % 2 == 0 ? "110101196001011234" : "";
    return "%d,%s,%s,%d,2018-03-%02d,%d"
        .formatted(i, id, i % 3 == 0 ? "左" : "右", i * 37 % 101, i, i * 13 % 101);
  }

  @Test
  void valuesTellAColumnEvenUnderAnUnlikeName() throws IOException {
    last(HEADER, RenamedColumnsTest::row);
    List<RenameProposal> proposals = now("编号,身份证号,侧别,孕激素百分率,确诊日期,雌激素百分率", i -> swapped(row(i)));
    assertThat(proposals)
        .extracting(RenameProposal::oldHeader, RenameProposal::newHeader, RenameProposal::same)
        .containsExactlyInAnyOrder(tuple("ER(%)", "雌激素百分率", 20), tuple("PR(%)", "孕激素百分率", 20));
    assertThat(proposals).allMatch(p -> p.confidence() == 85 && p.compared() == 20);
    assertThat(proposals.get(0).samples()).hasSize(3);
  }

  /** The two percentages in each other's place. */
  private static String swapped(String row) {
    String[] cells = row.split(",");
    return String.join(",", cells[0], cells[1], cells[2], cells[5], cells[4], cells[3]);
  }

  @Test
  void aLikeNameWithOtherValuesIsNoProposal() throws IOException {
    last(HEADER, RenamedColumnsTest::row);
    assertThat(
            now(
                "编号,身份证号,侧别,ER(％)值,确诊日期,PR(%)",
                i -> row(i).replaceFirst(",(\\d+),2018", "," + (i * 53 % 100) + ",2018")))
        .isEmpty();
  }

  @Test
  void agreementByChanceIsNone() throws IOException {
    last("编号,身份证号,侧别,ER(%),确诊日期,PR(%)", i -> i + ",,左,,,");
    assertThat(now("编号,身份证号,手术侧,ER(%),确诊日期,PR(%)", i -> i + ",,左,,,")).isEmpty();
  }

  @Test
  void anIdentifierIsProposedWithoutSamples() throws IOException {
    last(HEADER, i -> i + "," + id(i) + ",,,,");
    List<RenameProposal> proposals =
        now("编号,证件号码,侧别,ER(%),确诊日期,PR(%)", i -> i + "," + id(i) + ",,,,");
    assertThat(proposals).hasSize(1);
    assertThat(proposals.get(0).same()).isEqualTo(10);
    assertThat(proposals.get(0).samples()).isEmpty();
  }

  private static String id(int i) {
    return i % 2 == 0 ? "11010119600101" + (1000 + i) : "";
  }

  @Test
  void withoutCommonPatientsOnlyALikeNameCounts() throws IOException {
    List<RenameProposal> proposals = now("编号,身份证号,侧别,ER (%),确诊的日期,受体", RenamedColumnsTest::row);
    assertThat(proposals)
        .extracting(RenameProposal::oldHeader, RenameProposal::newHeader)
        .containsExactly(tuple("确诊日期", "确诊的日期"));
    assertThat(proposals.get(0).compared()).isZero();
    assertThat(proposals.get(0).confidence()).isLessThan(70);
  }

  @Test
  void aPageInTheHeaderIsNoName() throws IOException {
    last(HEADER, RenamedColumnsTest::row);
    assertThat(now("编号,身份证号,侧别," + "说明".repeat(5_000) + ",确诊日期,PR(%)", RenamedColumnsTest::row))
        .isEmpty();
  }

  @Test
  void headersAreAlikeByEditsOrBySharedCharacters() {
    assertThat(RenamedColumns.likeness("ER(%)", "ER （％）")).isEqualTo(1);
    assertThat(RenamedColumns.likeness("确诊日期", "日期确诊")).isEqualTo(1);
    assertThat(RenamedColumns.likeness("ER", "切缘")).isZero();
  }
}
