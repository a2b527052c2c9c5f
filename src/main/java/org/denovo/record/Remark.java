package org.denovo.record;

import java.util.Locale;

/**
 * What was noticed while a cell was understood: a repair, a doubt, a wording. Rules listen to
 * remarks; a remark that could change an arm, a margin class or a receptor status has a rule.
 */
public enum Remark {
  /** Follows from another cell: M1 from stage IV, a status from a percentage. */
  IMPLIED,
  /** Two parts of the cell contradict each other. */
  CONFLICT,
  /** Two readings stand in the cell; the one with precedence was taken. */
  TWO_READINGS,
  /** The value is possible but the cell is not sure (可疑, 不除外, ?). */
  SUSPECTED,
  /** 约, ~: the number is approximate. */
  APPROXIMATE,
  /** One character would turn the meaning around (未见 written 为见). */
  TYPO_FLIPS_MEANING,
  /** A letter O stood for a zero. */
  LETTER_O_FOR_ZERO,
  /** The cell is a date although the field is not: the spreadsheet converted it. */
  TURNED_INTO_DATE,
  /** A spreadsheet error stands in the cell, or a formula without a stored result. */
  SPREADSHEET_ERROR,
  /** The cell is struck through, wholly or partly; its value was read all the same. */
  STRUCK_THROUGH,
  /** The number lies outside what the field can be. */
  OUT_OF_RANGE,
  /** No such category or score exists (T2b, HER2 4+). */
  NO_SUCH_CATEGORY,
  /** A code without a code table, so it has no meaning. */
  CODE_WITHOUT_TABLE,
  /** Code and label in one cell disagree. */
  CODE_LABEL_MISMATCH,
  /** A fraction was read as a percentage because the cell's format shows one. */
  FRACTION_SCALED,
  /** A fraction stands in a percentage column and nothing says that it is one. */
  FRACTION_IN_PERCENT_COLUMN,
  /** The unit was converted. */
  UNIT_CONVERTED,
  /** A text was read where numbers are kept. */
  NUMBER_AS_TEXT,
  /** The date is a well-known placeholder (1900-01-01). */
  SENTINEL_DATE,
  /** The date can be read in two ways. */
  AMBIGUOUS_DATE,
  /** The date does not exist in the calendar. */
  IMPOSSIBLE_DATE,
  /** The century was taken from the study's window. */
  CENTURY_ASSUMED,
  /** A serial number was read as a date. */
  DATE_FROM_SERIAL,
  /** Early, middle or late in the period: precision kept, no day invented. */
  VAGUE_DATE,
  /** The cell holds more than one date. */
  SEVERAL_DATES,
  /** MX was used, which is no category since AJCC 7. */
  MX_USED,
  /** A sub-letter that the breast does not have was dropped (IVB, M1a). */
  SUBLETTER_DROPPED,
  /** Only circulating or disseminated tumour cells: M0(i+), never stage IV. */
  TUMOUR_CELLS_ONLY,
  /** The TNM string is of a recurrence (prefix r). */
  RECURRENCE_PREFIX,
  /** The TNM string is of after treatment (prefix yc, yp, or 化疗后 in its clause). */
  POST_TREATMENT_PREFIX,
  /** The wording says metastasis after treatment, so not de novo (术后转移, 复发). */
  RECURRENCE_WORDING,
  /** Only regional nodes are named (N3c is not M1). */
  REGIONAL_NODES_ONLY,
  /** The list of sites is open (等). */
  OPEN_LIST,
  /** A single plus: 1+ or positive? */
  SINGLE_PLUS,
  /** Plus signs without a percentage. */
  PLUS_WITHOUT_PERCENT,
  /** Focal or scattered, without a number. */
  UNQUANTIFIED,
  /** A word (high, low) where a number is asked for. */
  WORD_FOR_NUMBER,
  /** Neither positive nor negative (±). */
  EQUIVOCAL,
  /** Conflicting procedure words; the longest match was taken (保乳根治术). */
  CONFLICTING_PROCEDURE_WORDS,
  /** A misspelt word was read as the word that it stands for (跟治 for 根治). */
  MISSPELT,
  /** An earlier specimen had another margin; the last one counts. */
  RE_EXCISED,
  /** An operation that is planned, not done. */
  PLANNED,
  /** The patient refused. */
  REFUSED,
  /** Known from the frozen section only. */
  FROZEN_SECTION_ONLY,
  /** The answer stands in another report (见外院病理, 同前). */
  IN_ANOTHER_REPORT,
  /** A discharge wording, which is no vital status (自动出院). */
  DISCHARGE_WORDING,
  /** The mechanism of death, not its cause (呼吸心跳停止). */
  MECHANISM_OF_DEATH,
  /** The value was masked (****). */
  MASKED,
  /** The identity number's checksum, region or date is wrong. */
  ID_INVALID,
  /** The identity number lost its last digits (15 significant digits). */
  ID_DIGITS_LOST,
  /** The identity number says another date of birth or another sex. */
  AGAINST_IDENTITY_NUMBER,
  /** Several rows of the patient answer, and the mapping does not say which counts. */
  SEVERAL_ROWS;

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
