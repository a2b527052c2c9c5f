package org.denovo.change;

import static org.denovo.record.Fields.LATERALITY;
import static org.denovo.record.Fields.NATIONAL_ID;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.denovo.record.PatientRecord;

/**
 * Patients who got another number. One who went and one who came with the same identity hash and
 * side are one, if there is no third. It keeps those who came or went, never the others.
 */
final class Renamed {

  /** More than one. */
  private static final String SEVERAL = "";

  private final Map<String, String> gone = new HashMap<>();
  private final Map<String, String> come = new HashMap<>();
  private final Map<String, String> oldByNew = new HashMap<>();
  private final Map<String, String> newByOld = new HashMap<>();

  void gone(PatientRecord before) {
    identity(before).ifPresent(id -> gone.merge(id, before.key().pid(), (a, b) -> SEVERAL));
  }

  void come(PatientRecord now) {
    identity(now).ifPresent(id -> come.merge(id, now.key().pid(), (a, b) -> SEVERAL));
  }

  private static Optional<String> identity(PatientRecord patient) {
    return patient
        .value(NATIONAL_ID)
        .map(id -> id + "|" + patient.value(LATERALITY).map(Enum::name).orElse(""));
  }

  /** To be called when all were seen. */
  void match() {
    gone.forEach(
        (id, old) -> {
          String young = come.getOrDefault(id, SEVERAL);
          if (!old.equals(SEVERAL) && !young.equals(SEVERAL)) {
            oldByNew.put(young, old);
            newByOld.put(old, young);
          }
        });
  }

  /** The former pseudonym of a patient who came. */
  Optional<String> former(String pid) {
    return Optional.ofNullable(oldByNew.get(pid));
  }

  /** True if a patient who went came back with another number. */
  boolean isBack(String pid) {
    return newByOld.containsKey(pid);
  }
}
