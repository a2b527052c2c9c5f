package org.denovo.extract;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A published dictionary in which a variable has an equivalent, and the edition that was used. */
enum Dictionary {
  NAACCR("N", "NAACCR Data Standards v26"),
  LOINC("L", "LOINC, as in mCODE's value sets"),
  MCODE("M", "HL7 mCODE STU4"),
  ADAM("A", "CDISC ADaM"),
  ICHOM("ICHOM", "ICHOM Breast Cancer");

  /** The columns whose names and meaning follow ADaM's, or that hold an ADaM variable as days. */
  private static final Map<String, String> OF_COLUMNS =
      Map.ofEntries(
          Map.entry("patient_pid", "USUBJID"),
          Map.entry("center_pid", "SITEID"),
          Map.entry("PARAMCD", "PARAMCD"),
          Map.entry("PARAM", "PARAM"),
          Map.entry("STARTDT_day", "STARTDT"),
          Map.entry("ADT_day", "ADT"),
          Map.entry("AVAL", "AVAL"),
          Map.entry("CNSR", "CNSR"),
          Map.entry("EVNTDESC", "EVNTDESC"),
          Map.entry("SRCDOM", "SRCDOM"),
          Map.entry("SRCVAR", "SRCVAR"));

  private final String mark;
  private final String edition;

  Dictionary(String mark, String edition) {
    this.mark = mark;
    this.edition = edition;
  }

  /** The column of the codebook that holds it. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The edition that the equivalents were taken from. */
  String edition() {
    return edition;
  }

  /**
   * The equivalents of a field, from {@code N 225; A SEX}.
   *
   * @throws IllegalArgumentException if a part is of no dictionary
   */
  static Map<Dictionary, String> of(String standard) {
    Map<Dictionary, String> found = new EnumMap<>(Dictionary.class);
    for (String part : standard.isEmpty() ? new String[0] : standard.split("; ")) {
      int space = part.indexOf(' ');
      found.merge(
          marked(part.substring(0, Math.max(0, space))),
          part.substring(space + 1),
          (one, other) -> one + "; " + other);
    }
    return found;
  }

  /** The equivalents of a column that belongs to no variable. */
  static Map<Dictionary, String> ofColumn(String name) {
    return OF_COLUMNS.containsKey(name) ? Map.of(ADAM, OF_COLUMNS.get(name)) : Map.of();
  }

  private static Dictionary marked(String mark) {
    for (Dictionary each : values()) {
      if (each.mark.equals(mark)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no dictionary is marked " + mark);
  }
}
