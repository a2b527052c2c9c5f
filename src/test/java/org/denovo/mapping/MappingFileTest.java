package org.denovo.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

  private static final String HEAD =
      """
      schema: 1
      centre: north
      title: {zh: 北方大学医院, en: North University Hospital}
      workbooks: "north_*.xlsx"
      """;

  private static final String GOOD =
      HEAD
          + """
          password: {env: DENOVO_PASSWORD_NORTH}
          data-cut: 2022-06-30
          sheets:
            - sheet: 基本信息
              header-rows: 2
              patient: 住院号
              columns:
                确诊日期: date_dx
                "免疫组化/ER": {field: er}
                肿瘤大小(cm): {field: tumor_size_mm, unit: cm}
                放疗: {field: radiotherapy, codes: {1: yes, ２: no, 9: unknown}}
                转移部位: {field: met_sites, split-on: "+、，"}
                入院时间: {field: date_line1_start, date-order: dmy}
                手术及切缘: [operation, margin]
              ignore: [姓名, 电话]
              legend-rows: 1
            - sheet: 随访*
              patient: 住院号
              columns:
                随访日期: {field: date_last_contact, take: last by 随访日期}
              total-rows: [本页小计]
          words:
            margin_status:
              negative: [净, 干净]
          """;

  @TempDir Path root;

  @Test
  void aGoodFileIsReadWhole() throws IOException {
    CentreMapping north = read(GOOD).get(0);

    assertThat(north.centre()).isEqualTo("north");
    assertThat(north.title()).isEqualTo(new Text("北方大学医院", "North University Hospital"));
    assertThat(north.password()).contains(new PasswordSource.Environment("DENOVO_PASSWORD_NORTH"));
    assertThat(north.dataCut()).contains(LocalDate.of(2022, 6, 30));
    assertThat(north.words().code("margin_status", " 干净 ")).contains("negative");
    SheetMapping basic = north.sheets().get(0);
    assertThat(basic.sheet()).isEqualTo("基本信息");
    assertThat(basic.headerRows()).hasValue(2);
    assertThat(basic.patient()).isEqualTo("住院号");
    assertThat(basic.ignore()).containsExactly("姓名", "电话");
    assertThat(basic.legendRows()).isEqualTo(1);
    assertThat(basic.columns())
        .extracting(ColumnMapping::header)
        .containsExactly("确诊日期", "免疫组化/ER", "肿瘤大小(cm)", "放疗", "转移部位", "入院时间", "手术及切缘", "手术及切缘");
    SheetMapping followUp = north.sheets().get(1);
    assertThat(followUp.headerRows()).isEmpty();
    assertThat(followUp.totalRows()).containsExactly("本页小计");
    assertThat(followUp.columns().get(0).take())
        .contains(new Take(Take.Which.LAST, Optional.of("随访日期")));
  }

  @Test
  void aColumnCarriesItsMeaning() throws IOException {
    List<ColumnMapping> columns = read(GOOD).get(0).sheets().get(0).columns();

    assertThat(columns.get(0).meaning().field()).contains(Fields.DATE_DX);
    assertThat(columns.get(1).meaning().topic()).contains(Topic.ER);
    assertThat(columns.get(2).meaning().unit()).isEqualTo("cm");
    assertThat(columns.get(3).meaning().codes())
        .isEqualTo(Map.of("1", "yes", "2", "no", "9", "unknown"));
    assertThat(columns.get(4).meaning().splitOn()).isEqualTo("+、，");
    assertThat(columns.get(5).meaning().dateOrder()).isEqualTo(Meaning.DateOrder.DMY);
    assertThat(columns.get(6).meaning().topic()).contains(Topic.OPERATION);
    assertThat(columns.get(7).meaning().topic()).contains(Topic.MARGIN);
  }

  @Test
  void aWorkbookIsClaimedByItsNameWhateverTheCase() throws IOException {
    CentreMapping north = read(GOOD).get(0);

    assertThat(north.claims("North_2024 最终版2(改).XLSX")).isTrue();
    assertThat(north.claims("north.xlsx")).isFalse();
    assertThat(north.claims("~$north_2024.xlsx")).isFalse();
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearest() throws IOException {
    assertThat(problems(HEAD + "sheet:\n  - patient: 住院号\n"))
        .containsExactly(
            "mappings/north.yaml:1:1 'sheets' is missing",
            "mappings/north.yaml:5:1 unknown key 'sheet'; did you mean 'sheets'?");
  }

  @Test
  void anUnknownFieldIsNamedWithTheNearest() throws IOException {
    assertThat(column("切缘: margn"))
        .containsExactly(
            "mappings/north.yaml:8:11 'margn' is neither a field nor a topic;"
                + " did you mean 'margin'?");
    assertThat(column("切缘: {field: margin_stats}"))
        .containsExactly(
            "mappings/north.yaml:8:19 'margin_stats' is neither a field nor a topic;"
                + " did you mean 'margin_status'?");
  }

  @Test
  void theSameProblemIsSaidInChinese() throws IOException {
    write("north.yaml", HEAD + "sheets:\n  - patient: 住院号\n    columns:\n      切缘: margn\n");
    Problems problems = new Problems();
    Mappings.read(root, root.resolve("mappings"), problems);

    assertThat(problems.sorted())
        .extracting(p -> p.in(Lang.ZH))
        .containsExactly("mappings/north.yaml:8:11 “margn”既不是字段也不是主题；是否应为“margin”？");
  }

  @Test
  void aCodeMustBeOneOfTheField() throws IOException {
    assertThat(column("切缘: {field: margin_status, codes: {1: negativ, 2: 不明}}"))
        .containsExactly(
            "mappings/north.yaml:8:45 'negativ' is not a code of margin_status;"
                + " did you mean 'negative'?",
            "mappings/north.yaml:8:57 '不明' is not a code of margin_status");
    assertThat(column("分数: {field: ecog_ps, codes: {好: 0, 差: 3.5}}"))
        .containsExactly("mappings/north.yaml:8:45 '3.5' is not a code of ecog_ps");
  }

  @Test
  void oneCellTextCannotStandForTwoCodes() throws IOException {
    assertThat(column("放疗: {field: radiotherapy, codes: {1: yes, １: no}}"))
        .containsExactly("mappings/north.yaml:8:49 '１' already stands for 'yes', not for 'no' too");
  }

  @Test
  void aUnitMustFitTheField() throws IOException {
    assertThat(column("大小: {field: tumor_size_mm, unit: km}"))
        .containsExactly(
            "mappings/north.yaml:8:40 unit 'km' is none of mm, cm, m; did you mean 'mm'?");
    assertThat(column("日期: {field: date_dx, unit: cm}"))
        .containsExactly(
            "mappings/north.yaml:8:34 unit 'cm' is none of days from 1900, days from 1904");
    assertThat(column("日期: {field: date_dx, unit: days from 1904}")).isEmpty();
    assertThat(column("性别: {field: sex, unit: cm}"))
        .containsExactly("mappings/north.yaml:8:30 the field has no unit");
    assertThat(column("ER%: {field: er, unit: fraction}")).isEmpty();
    assertThat(column("年龄: {field: age_at_dx, unit: months}")).isEmpty();
  }

  @Test
  void aTakeAndADateOrderHaveFewWords() throws IOException {
    assertThat(column("日期: {field: date_dx, take: lasst by 日期}"))
        .containsExactly(
            "mappings/north.yaml:8:34 take is first, last, max, min (with 'by' and a header) or"
                + " any, not 'lasst by 日期'; did you mean 'last'?");
    assertThat(column("日期: {field: date_dx, take: any by 日期}")).hasSize(1);
    assertThat(column("日期: {field: date_dx, date-order: ydm}"))
        .containsExactly(
            "mappings/north.yaml:8:40 date-order is ymd, dmy or mdy, not 'ydm';"
                + " did you mean 'ymd'?");
  }

  @Test
  void twoColumnsOfASheetCannotMeanOneField() throws IOException {
    assertThat(column("大小: tumor_size_mm", "肿块: tumor_size_mm"))
        .containsExactly(
            "mappings/north.yaml:9:7 columns '肿块' and '大小' both mean tumor_size_mm:"
                + " drop one, or give both a 'take'");
    assertThat(
            column(
                "大小: {field: tumor_size_mm, take: max}", "肿块: {field: tumor_size_mm, take: last}"))
        .containsExactly(
            "mappings/north.yaml:9:7 columns '肿块' and '大小' both mean tumor_size_mm:"
                + " their 'take' must be the same");
    assertThat(
            column(
                "大小: {field: tumor_size_mm, take: any}", "肿块: {field: tumor_size_mm, take: any}"))
        .isEmpty();
  }

  @Test
  void theSameHeaderInOtherWidthIsTheSameHeader() throws IOException {
    assertThat(column("大小(cm): {field: tumor_size_mm, unit: cm}", "大小（cm）: t_cat"))
        .containsExactly("mappings/north.yaml:9:7 column '大小（cm）' is written twice");
  }

  @Test
  void aSheetNeedsAPatientColumn() throws IOException {
    assertThat(problems(HEAD + "sheets:\n  - columns:\n      切缘: margin\n"))
        .containsExactly("mappings/north.yaml:6:5 'patient' is missing");
  }

  @Test
  void rowsOfHeaderAndLegendAreSmallNumbers() throws IOException {
    assertThat(
            problems(
                HEAD
                    + "sheets:\n  - patient: 住院号\n    header-rows: 4\n    legend-rows: x\n"
                    + "    columns: {切缘: margin}\n"))
        .containsExactly(
            "mappings/north.yaml:7:18 header-rows is 1, 2, 3 or find, not '4'",
            "mappings/north.yaml:8:18 legend-rows is 0 to 9, not 'x'");
  }

  @Test
  void theHeadOfAFileIsChecked() throws IOException {
    assertThat(
            problems(
                """
                schema: 2
                centre: North
                title: 北方
                workbooks: []
                password: {env: A, file: b}
                data-cut: 2022/06/30
                sheets: []
                """))
        .containsExactly(
            "mappings/north.yaml:1:9 schema must be 1",
            "mappings/north.yaml:2:9 a centre's name has small letters, digits, _ and - only,"
                + " not 'North'",
            "mappings/north.yaml:4:12 at least one file name pattern is needed",
            "mappings/north.yaml:5:11 password has either 'env' or 'file'",
            "mappings/north.yaml:6:11 '2022/06/30' is not a date like 2022-06-30",
            "mappings/north.yaml:7:9 at least one sheet is needed");
  }

  @Test
  void aCentreIsDefinedOnceAndInAFileOfItsName() throws IOException {
    write("north.yaml", GOOD);
    write("south.yaml", GOOD.replace("north_*.xlsx", "south_*.xlsx"));

    assertThat(english())
        .containsExactly(
            "mappings/south.yaml:2:9 the file is named 'south' but its centre is 'north'",
            "mappings/south.yaml:2:9 centre 'north' stands in mappings/north.yaml already");
  }

  @Test
  void aWorkbookCannotBelongToTwoCentres() throws IOException {
    write("north.yaml", GOOD);
    write(
        "northeast.yaml",
        GOOD.replace("centre: north", "centre: northeast")
            .replace("\"north_*.xlsx\"", "[\"NORTH_east*.xlsx\", \"ne*.xlsx\"]"));

    assertThat(english())
        .containsExactly(
            "mappings/northeast.yaml:4:13 'NORTH_east*.xlsx' claims files that 'north_*.xlsx' in"
                + " mappings/north.yaml claims too");
  }

  @Test
  void allProblemsOfAllFilesAreShownAtOnce() throws IOException {
    write("north.yaml", HEAD + "sheets:\n  - patient: 住院号\n    columns:\n      切缘: margn\n");
    write("south.yaml", "schema: 1\n  bad: x");
    write("words/margin.yaml", "schema: 1\nwords: {margin_statu: {negative: 净}}\n");

    assertThat(english())
        .containsExactly(
            "mappings/north.yaml:8:11 'margn' is neither a field nor a topic;"
                + " did you mean 'margin'?",
            "mappings/south.yaml:2:6 YAML: mapping values are not allowed here",
            "mappings/words/margin.yaml:2:9 'margin_statu' is not a field;"
                + " did you mean 'margin_status'?");
  }

  @Test
  void aMissingFolderIsAProblem() {
    assertThat(english()).containsExactly("mappings:1:1 there is no such folder");
  }

  @Test
  void theHashFollowsTheFileAndTheSharedWords() throws IOException {
    String alone = read(GOOD).get(0).contentHash();
    String again = read(GOOD).get(0).contentHash();
    String edited = read(GOOD + "# seen\n").get(0).contentHash();
    write("words/margin.yaml", "schema: 1\nwords: {margin_status: {negative: 净}}\n");
    String shared = read(GOOD).get(0).contentHash();

    assertThat(alone).hasSize(64).isEqualTo(again);
    assertThat(List.of(edited, shared)).doesNotContain(alone).doesNotHaveDuplicates();
  }

  @Test
  void aPasswordStandsInTheEnvironmentOrInAFileBesideTheMapping() throws IOException {
    write("secret.txt", "乳腺2022\n");
    PasswordSource file =
        read(GOOD.replace("{env: DENOVO_PASSWORD_NORTH}", "{file: secret.txt}"))
            .get(0)
            .password()
            .orElseThrow();

    assertThat(file.read(Map.of())).hasValue("乳腺2022".toCharArray());
    assertThat(new PasswordSource.Environment("P").read(Map.of("P", "x")))
        .hasValue("x".toCharArray());
    assertThat(new PasswordSource.Environment("P").read(Map.of())).isEmpty();
    assertThat(new PasswordSource.File(root.resolve("none")).read(Map.of())).isEmpty();
  }

  private List<String> column(String... lines) throws IOException {
    return problems(
        HEAD
            + "sheets:\n  - patient: 住院号\n    columns:\n      "
            + String.join("\n      ", lines)
            + "\n");
  }

  private List<String> problems(String yaml) throws IOException {
    write("north.yaml", yaml);
    return english();
  }

  private List<CentreMapping> read(String yaml) throws IOException {
    write("north.yaml", yaml);
    Problems problems = new Problems();
    Mappings mappings = Mappings.read(root, root.resolve("mappings"), problems);
    assertThat(problems.sorted()).isEmpty();
    return mappings.all();
  }

  private List<String> english() {
    Problems problems = new Problems();
    Mappings.read(root, root.resolve("mappings"), problems);
    return problems.sorted().stream().map((Problem p) -> p.in(Lang.EN)).toList();
  }

  private void write(String name, String yaml) throws IOException {
    Path file = root.resolve("mappings").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }
}
