package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.denovo.record.Field;
import org.denovo.sample.Column.Part;

/**
 * An invented centre and the way in which it keeps its patients.
 *
 * @param rich true if it keeps nodes, progression and the like beside the core
 * @param identifies true if it keeps identity numbers
 */
record Centre(
    String code,
    String zh,
    String en,
    int patients,
    Layout layout,
    Format format,
    boolean rich,
    boolean identifies,
    Style style) {

  /** The shapes of workbooks. */
  enum Layout {
    ONE_ROW("One header row", 1),
    TITLED("Title rows above the header, totals and signature below", 1),
    BANDED("Two header rows with merged bands", 2),
    THREE_ROWS("Three header rows with merged bands", 3),
    JOINED("Several sheets joined on the patient's number", 1),
    VISITS("A follow-up sheet with a row a visit, numbers merged over the rows", 1),
    CODED("Codes with a legend row under the header", 1),
    EXPORT("Wide English export of an electronic data capture system", 1),
    YEARS("A sheet a year", 1);

    private final String title;
    private final int headerRows;

    Layout(String title, int headerRows) {
      this.title = title;
      this.headerRows = headerRows;
    }

    String title() {
      return title;
    }

    int headerRows() {
      return headerRows;
    }
  }

  /** The kinds of files. */
  enum Format {
    XLSX("xlsx"),
    XLSX_1904("xlsx"),
    XLSX_ENCRYPTED("xlsx"),
    XLS("xls"),
    CSV_GB18030("csv"),
    CSV_UTF8_BOM("csv");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    String extension() {
      return extension;
    }
  }

  /** An invented password; the mapping names the file that holds it. */
  static final String PASSWORD = "invented-Denovo-2022";

  String file() {
    return code + "_stage4." + format.extension();
  }

  /** The centre's own number of its n-th patient, in its own form. */
  String number(int n) {
    return switch (style.habit()) {
      case 0 -> String.format(Locale.ROOT, "ZY%07d", 1_204_117 + 37 * n);
      case 1 -> String.format(Locale.ROOT, "%08d", 40_211 + 113 * n);
      case 2 -> Integer.toString(610_233 + 59 * n);
      default -> String.format(Locale.ROOT, "BC-%03d", n + 1);
    };
  }

  String numberHeader() {
    return style.english() ? "record_id" : style.pick("住院号|病案号|登记号|编号");
  }

  /** The columns in their order, without that of the patient's number. */
  List<Column> columns() {
    Columns kinds = new Columns(style);
    List<Column> columns =
        switch (layout) {
          case EXPORT -> export(kinds);
          case CODED -> coded(kinds);
          case ONE_ROW, TITLED, BANDED, THREE_ROWS, JOINED, VISITS, YEARS -> worded(kinds);
        };
    return columns.stream().sorted((a, b) -> a.part().compareTo(b.part())).toList();
  }

  /** Two centres have a column that their mapping forgot. */
  private boolean keepsUnmapped() {
    return code.startsWith("c19") || code.startsWith("c32");
  }

  private List<Column> export(Columns kinds) {
    List<Column> columns = new ArrayList<>();
    for (Field<?> field : all()) {
      if (field != PERSON_NAME && (identifies || field != NATIONAL_ID)) {
        columns.add(kinds.exported(field));
      }
    }
    return columns;
  }

  private List<Column> coded(Columns kinds) {
    ReceptorColumns receptors = new ReceptorColumns(style, kinds);
    ClinicalColumns clinical = new ClinicalColumns(style, kinds);
    List<Column> columns = new ArrayList<>();
    columns.add(kinds.ignored(Part.BASIC, "姓名", p -> p.value(PERSON_NAME).orElseThrow()));
    columns.add(kinds.coded(Part.BASIC, "性别", SEX));
    columns.add(kinds.whole(Part.BASIC, "年龄", AGE_AT_DX));
    columns.add(kinds.coded(Part.BASIC, "月经状态", MENOPAUSAL_STATUS));
    columns.add(kinds.coded(Part.BASIC, "家族史", FAMILY_HISTORY_CANCER));
    columns.add(kinds.coded(Part.PATHOLOGY, "侧别", LATERALITY));
    columns.add(kinds.date(Part.PATHOLOGY, "确诊日期", DATE_DX));
    columns.add(kinds.coded(Part.PATHOLOGY, "病理类型", HISTOLOGY_GROUP));
    columns.add(kinds.coded(Part.PATHOLOGY, "组织学分级", GRADE_NOTTINGHAM));
    columns.add(kinds.length(Part.PATHOLOGY, "肿瘤大小", TUMOR_SIZE_MM));
    columns.addAll(clinical.stage());
    columns.addAll(receptors.receptors());
    columns.add(kinds.coded(Part.PATHOLOGY, "HER2", HER2_IHC));
    columns.add(kinds.coded(Part.PATHOLOGY, "FISH", HER2_ISH));
    columns.add(kinds.whole(Part.BASIC, "孕次", GRAVIDITY));
    columns.add(receptors.ki67());
    columns.addAll(clinical.metastases());
    columns.add(kinds.codedYesNo(Part.TREATMENT, "化疗", CHEMOTHERAPY));
    columns.add(kinds.codedYesNo(Part.TREATMENT, "内分泌治疗", ENDOCRINE_THERAPY));
    columns.add(kinds.codedYesNo(Part.TREATMENT, "抗HER2治疗", ANTI_HER2_THERAPY));
    columns.add(kinds.date(Part.TREATMENT, "一线开始日期", DATE_LINE1_START));
    columns.add(kinds.coded(Part.SURGERY, "手术方式", SURGERY_TYPE));
    columns.add(kinds.date(Part.SURGERY, "手术日期", DATE_PRIMARY_SURGERY));
    columns.add(kinds.coded(Part.SURGERY, "切缘", MARGIN_STATUS));
    columns.add(kinds.coded(Part.FOLLOW_UP, "生存状态", VITAL_STATUS));
    columns.add(kinds.date(Part.FOLLOW_UP, "末次随访日期", DATE_LAST_CONTACT));
    columns.add(kinds.date(Part.FOLLOW_UP, "死亡日期", DATE_DEATH));
    return columns;
  }

  private List<Column> worded(Columns kinds) {
    ReceptorColumns receptors = new ReceptorColumns(style, kinds);
    ClinicalColumns clinical = new ClinicalColumns(style, kinds);
    boolean en = style.english();
    List<Column> columns = new ArrayList<>();
    columns.add(
        kinds.ignored(Part.BASIC, en ? "Name" : "姓名", p -> p.value(PERSON_NAME).orElseThrow()));
    if (identifies) {
      columns.add(kinds.identifier(en ? "National ID" : "身份证号", NATIONAL_ID));
      columns.add(kinds.ignored(Part.BASIC, en ? "Phone" : "联系电话", p -> "000-0000000"));
    }
    columns.add(kinds.words(Part.BASIC, en ? "Sex" : "性别", SEX));
    columns.add(clinical.age());
    columns.add(kinds.words(Part.BASIC, en ? "Menopausal status" : "月经状态|月经情况", MENOPAUSAL_STATUS));
    columns.add(kinds.words(Part.PATHOLOGY, en ? "Laterality" : "侧别|患侧", LATERALITY));
    columns.add(kinds.date(Part.PATHOLOGY, en ? "Date of diagnosis" : "确诊日期|确诊时间|病理确诊日期", DATE_DX));
    columns.add(kinds.words(Part.PATHOLOGY, en ? "Histology" : "病理类型|病理诊断", HISTOLOGY_GROUP));
    columns.addAll(receptors.receptors());
    columns.addAll(receptors.her2());
    if (style.receptors() != Style.Receptors.LINE) {
      columns.add(receptors.ki67());
    }
    columns.addAll(clinical.stage());
    columns.addAll(clinical.metastases());
    columns.add(clinical.regimen());
    columns.add(
        kinds.date(
            Part.TREATMENT, en ? "Start of first line" : "一线开始日期|首次全身治疗日期", DATE_LINE1_START));
    columns.add(clinical.operation());
    columns.add(
        kinds.date(Part.SURGERY, en ? "Date of surgery" : "手术日期|手术时间", DATE_PRIMARY_SURGERY));
    columns.add(clinical.margin());
    columns.add(kinds.words(Part.FOLLOW_UP, en ? "Vital status" : "生存状态|结局", VITAL_STATUS));
    columns.add(
        kinds.date(
            Part.FOLLOW_UP, en ? "Date of last contact" : "末次随访日期|末次随访时间", DATE_LAST_CONTACT));
    columns.add(kinds.date(Part.FOLLOW_UP, en ? "Date of death" : "死亡日期|死亡时间", DATE_DEATH));
    if (rich) {
      columns.addAll(more(kinds, en));
    }
    if (keepsUnmapped()) {
      columns.add(kinds.unmapped(Part.FOLLOW_UP, en ? "Remarks" : "特殊情况", "定期复查"));
    }
    return columns;
  }

  private List<Column> more(Columns kinds, boolean en) {
    List<Column> columns = new ArrayList<>();
    columns.add(kinds.date(Part.BASIC, en ? "Date of birth" : "出生日期", BIRTH_DATE));
    columns.add(
        kinds.words(Part.BASIC, en ? "Family history of cancer" : "肿瘤家族史", FAMILY_HISTORY_CANCER));
    columns.add(kinds.whole(Part.BASIC, en ? "Parity" : "产次", PARITY));
    columns.add(kinds.whole(Part.BASIC, en ? "ECOG" : "ECOG评分|ECOG", ECOG_PS));
    columns.add(kinds.words(Part.BASIC, en ? "Prior breast cancer" : "既往乳腺癌", PRIOR_BREAST_CANCER));
    columns.add(kinds.length(Part.PATHOLOGY, en ? "Tumour size" : "肿瘤大小", TUMOR_SIZE_MM));
    columns.add(kinds.words(Part.PATHOLOGY, en ? "Grade" : "组织学分级|分级", GRADE_NOTTINGHAM));
    columns.add(kinds.words(Part.PATHOLOGY, en ? "Subtype" : "分子分型", MOLECULAR_SUBTYPE_RECORDED));
    columns.add(kinds.date(Part.METASTASIS, en ? "Date of metastasis" : "转移确诊日期", DATE_MET_DX));
    columns.add(kinds.list(Part.METASTASIS, en ? "Evidence" : "转移依据", MET_EVIDENCE));
    columns.add(kinds.yesNo(Part.METASTASIS, en ? "Oligometastatic" : "寡转移", OLIGO_RECORDED));
    columns.add(kinds.words(Part.TREATMENT, en ? "Response" : "转移灶疗效|疗效评价", RESPONSE_DISTANT));
    columns.add(kinds.words(Part.SURGERY, en ? "No surgery reason" : "未手术原因", NO_SURGERY_REASON));
    if (style.operation() == Style.Operation.TYPE) {
      columns.add(kinds.words(Part.SURGERY, en ? "Side operated" : "手术侧别", SURGERY_LATERALITY));
      columns.add(kinds.words(Part.SURGERY, en ? "Axilla" : "腋窝手术", AXILLARY_PROCEDURE));
    }
    columns.add(kinds.whole(Part.SURGERY, en ? "Nodes examined" : "检出淋巴结数", NODES_EXAMINED));
    columns.add(kinds.whole(Part.SURGERY, en ? "Nodes positive" : "阳性淋巴结数", NODES_POSITIVE));
    columns.add(kinds.length(Part.SURGERY, en ? "Margin width" : "切缘宽度", MARGIN_WIDTH_MM));
    columns.add(kinds.yesNo(Part.SURGERY, en ? "Radiotherapy" : "放疗", RADIOTHERAPY));
    columns.add(kinds.yesNo(Part.FOLLOW_UP, en ? "Progression" : "是否进展|进展", PROGRESSION));
    columns.add(
        kinds.date(Part.FOLLOW_UP, en ? "Date of progression" : "进展日期|首次进展时间", DATE_PROGRESSION));
    columns.add(kinds.words(Part.FOLLOW_UP, en ? "Cause of death" : "死亡原因|死因", DEATH_CAUSE));
    return columns;
  }
}
