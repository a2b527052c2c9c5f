package org.denovo.check;

import java.util.List;

/**
 * The id that a finding keeps across nights: of rule, centre, patient and fields, not of values.
 */
public final class FindingId {

  private FindingId() {}

  /**
   * Twelve hex digits.
   *
   * @param about the patient's pseudonym, or what else the finding is about
   */
  public static String of(String ruleId, String centre, String about, List<String> fields) {
    String identity = String.join("|", ruleId, centre, about, String.join(",", fields));
    return Fingerprint.of(identity, 6);
  }
}
