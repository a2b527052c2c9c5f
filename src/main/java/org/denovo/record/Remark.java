package org.denovo.record;

import java.util.Locale;
import org.denovo.vocabulary.Text;

/**
 * What was noticed while a cell was understood: a repair, a doubt, a wording. Rules listen to
 * remarks; a remark that could change an arm, a margin class or a receptor status has a rule.
 */
public enum Remark {
  /** Follows from another cell: M1 from stage IV, a status from a percentage. */
  IMPLIED("由另一单元格推知", "follows from another cell"),
  /** Two parts of the cell contradict each other. */
  CONFLICT("单元格内自相矛盾", "two parts of the cell contradict each other"),
  /** Two readings stand in the cell; the one with precedence was taken. */
  TWO_READINGS("有两种记录，取优先者", "two readings; the one with precedence was taken"),
  /** The value is possible but the cell is not sure (可疑, 不除外, ?). */
  SUSPECTED("存疑", "the cell is not sure"),
  /** 约, ~: the number is approximate. */
  APPROXIMATE("约数", "the number is approximate"),
  /** One character would turn the meaning around (未见 written 为见). */
  TYPO_FLIPS_MEANING("一字之差意思相反", "one character would turn the meaning around"),
  /** A letter O stood for a zero. */
  LETTER_O_FOR_ZERO("以字母O代0", "a letter O stood for a zero"),
  /** The cell is a date although the field is not: the spreadsheet converted it. */
  TURNED_INTO_DATE("被表格软件转成日期", "the spreadsheet made a date of it"),
  /** A spreadsheet error stands in the cell, or a formula without a stored result. */
  SPREADSHEET_ERROR("表格错误或公式无结果", "a spreadsheet error, or a formula without a result"),
  /** The cell is struck through, wholly or partly; its value was read all the same. */
  STRUCK_THROUGH("有删除线，仍已读取", "struck through; its value was read all the same"),
  /** The number lies outside what the field can be. */
  OUT_OF_RANGE("超出可能范围", "outside what the field can be"),
  /** No such category or score exists (T2b, HER2 4+). */
  NO_SUCH_CATEGORY("没有这样的分类或评分", "no such category or score exists"),
  /** A code without a code table, so it has no meaning. */
  CODE_WITHOUT_TABLE("代码无对照表", "a code without a code table"),
  /** Code and label in one cell disagree. */
  CODE_LABEL_MISMATCH("代码与标签不一致", "code and label disagree"),
  /** A fraction was read as a percentage because the cell's format shows one. */
  FRACTION_SCALED("按单元格格式将小数读作百分数", "a fraction was read as the percentage that its format shows"),
  /** A fraction stands in a percentage column and nothing says that it is one. */
  FRACTION_IN_PERCENT_COLUMN("百分数列中的小数", "a fraction stands in a percentage column"),
  /** The unit was converted. */
  UNIT_CONVERTED("单位已换算", "the unit was converted"),
  /** A text was read where numbers are kept. */
  NUMBER_AS_TEXT("数字存为文本", "a number kept as text"),
  /** The date is a well-known placeholder (1900-01-01). */
  SENTINEL_DATE("占位日期", "a well-known placeholder date"),
  /** The date can be read in two ways. */
  AMBIGUOUS_DATE("日期有两种读法", "the date can be read in two ways"),
  /** The date does not exist in the calendar. */
  IMPOSSIBLE_DATE("不存在的日期", "the date does not exist"),
  /** The century was taken from the study's window. */
  CENTURY_ASSUMED("世纪由研究时段推定", "the century was taken from the study's window"),
  /** A serial number was read as a date. */
  DATE_FROM_SERIAL("由序列号读作日期", "a serial number was read as a date"),
  /** Early, middle or late in the period: precision kept, no day invented. */
  VAGUE_DATE("日期模糊，保留精度", "a vague date; its precision was kept"),
  /** The cell holds more than one date. */
  SEVERAL_DATES("不止一个日期", "more than one date"),
  /** MX was used, which is no category since AJCC 7. */
  MX_USED("使用了MX", "MX was used, which is no category"),
  /** A sub-letter that the breast does not have was dropped (IVB, M1a). */
  SUBLETTER_DROPPED("去掉了乳腺癌没有的亚类字母", "a sub-letter that the breast does not have was dropped"),
  /** Only circulating or disseminated tumour cells: M0(i+), never stage IV. */
  TUMOUR_CELLS_ONLY("仅循环或播散肿瘤细胞", "circulating or disseminated tumour cells only"),
  /** The TNM string is of a recurrence (prefix r). */
  RECURRENCE_PREFIX("复发时的TNM", "the TNM string is of a recurrence"),
  /** The TNM string is of after treatment (prefix yc, yp, or 化疗后 in its clause). */
  POST_TREATMENT_PREFIX("治疗后的TNM", "the TNM string is of after treatment"),
  /** The wording says metastasis after treatment, so not de novo (术后转移, 复发). */
  RECURRENCE_WORDING("措辞表示治疗后转移", "the wording says metastasis after treatment"),
  /** Only regional nodes are named (N3c is not M1). */
  REGIONAL_NODES_ONLY("仅区域淋巴结", "only regional nodes are named"),
  /** The list of sites is open (等). */
  OPEN_LIST("列举未尽（等）", "the list of sites is open"),
  /** A single plus: 1+ or positive? */
  SINGLE_PLUS("单个加号", "a single plus"),
  /** Plus signs without a percentage. */
  PLUS_WITHOUT_PERCENT("加号而无百分数", "plus signs without a percentage"),
  /** Focal or scattered, without a number. */
  UNQUANTIFIED("灶性或散在，无数值", "focal or scattered, without a number"),
  /** A word (high, low) where a number is asked for. */
  WORD_FOR_NUMBER("应为数字处写了词语", "a word where a number is asked for"),
  /** Neither positive nor negative (±). */
  EQUIVOCAL("可疑（±）", "neither positive nor negative"),
  /** Conflicting procedure words; the longest match was taken (保乳根治术). */
  CONFLICTING_PROCEDURE_WORDS(
      "术式用词矛盾，取最长者", "conflicting procedure words; the longest match was taken"),
  /** A misspelt word was read as the word that it stands for (跟治 for 根治). */
  MISSPELT("错字按本字读", "a misspelt word was read as the one that it stands for"),
  /** An earlier specimen had another margin; the last one counts. */
  RE_EXCISED("再次切除，以末次切缘为准", "excised again; the last margin counts"),
  /** An operation that is planned, not done. */
  PLANNED("计划中的手术", "planned, not done"),
  /** The patient refused. */
  REFUSED("患者拒绝", "the patient refused"),
  /** Known from the frozen section only. */
  FROZEN_SECTION_ONLY("仅冰冻切片", "known from the frozen section only"),
  /** The answer stands in another report (见外院病理, 同前). */
  IN_ANOTHER_REPORT("答案在另一报告中", "the answer stands in another report"),
  /** A discharge wording, which is no vital status (自动出院). */
  DISCHARGE_WORDING("出院措辞，非生存状态", "a discharge wording, which is no vital status"),
  /** The mechanism of death, not its cause (呼吸心跳停止). */
  MECHANISM_OF_DEATH("死亡机制而非死因", "the mechanism of death, not its cause"),
  /** The value was masked (****). */
  MASKED("已遮盖", "the value was masked"),
  /** The identity number's checksum, region or date is wrong. */
  ID_INVALID("证件号校验、地区或日期有误", "the identity number is not valid"),
  /** The identity number lost its last digits (15 significant digits). */
  ID_DIGITS_LOST("证件号丢失末位", "the identity number lost its last digits"),
  /** The identity number says another date of birth or another sex. */
  AGAINST_IDENTITY_NUMBER("与证件号不符", "the identity number says otherwise"),
  /** Several rows of the patient answer, and the mapping does not say which counts. */
  SEVERAL_ROWS("多行作答，映射未说取哪一行", "several rows answer, and the mapping does not say which counts");

  private final Text title;

  Remark(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** What was noticed, in both languages. */
  public Text title() {
    return title;
  }

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
