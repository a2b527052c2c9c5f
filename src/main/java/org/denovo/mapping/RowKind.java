package org.denovo.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.denovo.vocabulary.Text;

/** What a row of a sheet is. Each row is exactly one of these. */
public enum RowKind {
  BLANK("空白", "blank"),
  /** Nothing stands in it but a serial number, as in forms that are numbered in advance. */
  NUMBERED("只有序号", "only a serial number"),
  HEADER("表头", "header"),
  /** The header again, as on each printed page. */
  REPEATED_HEADER("重复的表头", "header repeated"),
  LEGEND("代码说明", "code legend"),
  /** Titles above the table, notes, signatures and dates of who filled it in. */
  NOTE("标题、说明与签名", "titles, notes, signatures"),
  TOTAL("合计与统计", "totals and statistics"),
  PATIENT("患者", "patient"),
  WITHOUT_PATIENT("无患者编号", "no patient number"),
  /** What stands in the patient column cannot be a patient's number. */
  UNUSABLE_NUMBER("患者编号不可用", "unusable patient number"),
  OTHER_TABLE("另一张表", "another table");

  private final Text title;

  RowKind(String zh, String en) {
    title = new Text(zh, en);
  }

  /** The kind in words. */
  public Text title() {
    return title;
  }

  /** The name in files and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for a row with data that was not read and should have been. */
  public boolean isRefused() {
    return switch (this) {
      case WITHOUT_PATIENT, UNUSABLE_NUMBER, OTHER_TABLE -> true;
      case BLANK, NUMBERED, HEADER, REPEATED_HEADER, LEGEND, NOTE, TOTAL, PATIENT -> false;
    };
  }

  /** True for a row that holds something and is neither the header nor a patient's. */
  public boolean isLeftOut() {
    return switch (this) {
      case BLANK, HEADER, PATIENT -> false;
      case NUMBERED, REPEATED_HEADER, LEGEND, NOTE, TOTAL -> true;
      case WITHOUT_PATIENT, UNUSABLE_NUMBER, OTHER_TABLE -> true;
    };
  }

  /**
   * The kind of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RowKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The kinds of refused rows. */
  static List<RowKind> refused() {
    return Arrays.stream(values()).filter(RowKind::isRefused).toList();
  }
}
