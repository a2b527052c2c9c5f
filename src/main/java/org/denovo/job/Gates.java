package org.denovo.job;

/**
 * What a run must not exceed. A share is of all current patients, 0 to 100 %.
 *
 * @param warnQuarantined more quarantined workbooks than this are a warning (exit 3 if nothing
 *     worse)
 * @param maxQuarantined more than this and nothing is published
 * @param warnErrorPct more patients with an error than this share are a warning
 * @param maxErrorPct more than this and nothing is published
 */
public record Gates(
    int warnQuarantined, int maxQuarantined, double warnErrorPct, double maxErrorPct) {

  /** No gate: everything that can be read is published. */
  public static final Gates OPEN = new Gates(Integer.MAX_VALUE, Integer.MAX_VALUE, 100, 100);

  /** How a run stands to its gates. */
  public enum Result {
    PASSED,
    WARNED,
    FAILED
  }

  /** The result for a run with so many quarantined workbooks, and patients with an error. */
  public Result judge(long quarantined, long patients, long patientsWithError) {
    double share = patients == 0 ? 0 : 100.0 * patientsWithError / patients;
    if (quarantined > maxQuarantined || share > maxErrorPct) {
      return Result.FAILED;
    }
    return quarantined > warnQuarantined || share > warnErrorPct ? Result.WARNED : Result.PASSED;
  }
}
