package org.denovo.change;

import static org.denovo.record.Fields.*;

import java.util.Set;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.SurgeryType;
import org.denovo.vocabulary.VitalStatus;

/** Changes that nobody has to give a reason for. */
final class Expected {

  /** What is asked anew at every visit. */
  private static final Set<Field<?>> STATUS =
      Set.of(LOST_TO_FOLLOWUP, CANCER_STATUS, LINE1_BEST_RESPONSE);

  /** What has not happened yet and may happen later. */
  private static final Set<Field<Boolean>> EVENTS =
      Set.of(
          PROGRESSION,
          SYSTEMIC_THERAPY,
          CHEMOTHERAPY,
          ENDOCRINE_THERAPY,
          ANTI_HER2_THERAPY,
          RADIOTHERAPY);

  private static final Set<Field<PartialDate>> LATEST =
      Set.of(DATE_LAST_CONTACT, DATE_LAST_DISEASE_ASSESSMENT);

  /** What can only become more. */
  private static final Set<Field<?>> GROWING = Set.of(MET_LOCAL_TX, RT_TARGETS, N_CYCLES);

  private Expected() {}

  /** True if time, treatment or a closer look makes the one into the other. */
  static boolean of(Field<?> field, Object before, Object now) {
    return isCloser(before, now)
        || STATUS.contains(field)
        || EVENTS.contains(field) && now.equals(true)
        || LATEST.contains(field) && !((PartialDate) now).last().isBefore(first(before))
        || GROWING.contains(field) && hasGrown(before, now)
        || field == VITAL_STATUS && now == VitalStatus.DEAD
        || field == SURGERY_TYPE
            && (before == SurgeryType.NONE || before == SurgeryType.BIOPSY_ONLY);
  }

  private static java.time.LocalDate first(Object date) {
    return ((PartialDate) date).first();
  }

  private static boolean hasGrown(Object before, Object now) {
    if (before instanceof Set<?> old && now instanceof Set<?> young) {
      return young.containsAll(old);
    }
    return before instanceof Integer old && now instanceof Integer young && young > old;
  }

  /** True if the new value is the old one with more precision: a day of the month, 3 of “many”. */
  private static boolean isCloser(Object before, Object now) {
    if (before instanceof PartialDate old && now instanceof PartialDate young) {
      return !young.first().isBefore(old.first()) && !young.last().isAfter(old.last());
    }
    return before instanceof Interval old
        && now instanceof Interval young
        && young.min() >= old.min()
        && young.max() <= old.max();
  }
}
