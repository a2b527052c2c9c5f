package org.denovo.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
