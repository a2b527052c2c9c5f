package org.denovo.record;

import java.util.Objects;

/**
 * Who a record is about.
 *
 * @param centre the centre's code
 * @param number the centre's own patient number; it never leaves the registry but for the centre's
 *     own query workbook
 * @param pid the keyed pseudonym, the only one of the three that an extract carries
 */
public record PatientKey(String centre, String number, String pid)
    implements Comparable<PatientKey> {

  public PatientKey {
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(pid, "pid");
  }

  @Override
  public int compareTo(PatientKey other) {
    int byCentre = centre.compareTo(other.centre);
    return byCentre != 0 ? byCentre : number.compareTo(other.number);
  }
}
