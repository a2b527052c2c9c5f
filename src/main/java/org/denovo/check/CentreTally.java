package org.denovo.check;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.derive.Ages;
import org.denovo.derive.Receptors;
import org.denovo.derive.Treatment;
import org.denovo.derive.Truth;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.VitalStatus;

/** Counts over the patients of one centre. */
final class CentreTally {

  private static final List<Field<?>> REQUIRED =
      List.of(
          DATE_DX,
          LATERALITY,
          HISTOLOGY_GROUP,
          T_CAT,
          N_CAT,
          M_CAT,
          MET_SITES,
          LESION_COUNT,
          ER_STATUS,
          PR_STATUS,
          HER2_IHC,
          KI67_PCT,
          SURGERY_TYPE,
          DATE_LINE1_START,
          VITAL_STATUS,
          DATE_LAST_CONTACT);

  private static final List<Field<Interval>> NUMBERS =
      List.of(ER_PCT, PR_PCT, KI67_PCT, TUMOR_SIZE_MM);

  private static final List<Field<?>> CLINICAL =
      Fields.all().stream()
          .<Field<?>>map(field -> field)
          .filter(field -> field.group() != Field.Group.PATIENT)
          .toList();

  private static final int FEWEST = 5;
  private static final int COPIED = 3;
  private static final int COPIED_VALUES = 5;

  private final String centre;
  private final int[] missing = new int[REQUIRED.size()];
  private final int[] asked = new int[REQUIRED.size()];
  private final List<Map<Double, Integer>> values = new ArrayList<>();
  private Answer<?>[] previous = {};
  private int patients;
  private int identified;
  private int run;
  private int longestRun;
  private int margins;
  private int negative;
  private int twoPlus;
  private int resolved;
  private int ages;
  private int nominal;
  private int deathDates;
  private int deathDatesAlive;

  CentreTally(String centre) {
    this.centre = centre;
    NUMBERS.forEach(field -> values.add(new HashMap<>()));
  }

  int patients() {
    return patients;
  }

  /** How many have an identity number. */
  int identified() {
    return identified;
  }

  void add(PatientRecord patient) {
    patients++;
    identified += patient.knows(NATIONAL_ID) ? 1 : 0;
    completeness(patient);
    for (int i = 0; i < NUMBERS.size(); i++) {
      Map<Double, Integer> seen = values.get(i);
      patient
          .value(NUMBERS.get(i))
          .filter(number -> number.isExact() && number.min() != 0)
          .ifPresent(number -> seen.merge(number.min(), 1, Integer::sum));
    }
    margins(patient);
    ages(patient);
    copies(patient);
    patient
        .value(HER2_IHC)
        .filter(score -> score == Her2Ihc.SCORE_2)
        .ifPresent(
            score -> {
              twoPlus++;
              resolved += Receptors.ishResolved(patient) ? 1 : 0;
            });
    if (patient.knows(DATE_DEATH) && patient.knows(VITAL_STATUS)) {
      deathDates++;
      deathDatesAlive += patient.value(VITAL_STATUS).equals(Optional.of(VitalStatus.ALIVE)) ? 1 : 0;
    }
  }

  private void completeness(PatientRecord patient) {
    for (int i = 0; i < REQUIRED.size(); i++) {
      Answer<?> answer = patient.answer(REQUIRED.get(i));
      boolean asks =
          !(answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_APPLICABLE);
      asked[i] += asks ? 1 : 0;
      missing[i] += asks && !answer.isKnown() ? 1 : 0;
    }
  }

  private void margins(PatientRecord patient) {
    if (Treatment.operated(patient) == Truth.YES && patient.knows(MARGIN_STATUS)) {
      margins++;
      negative += patient.value(MARGIN_STATUS).equals(Optional.of(MarginStatus.NEGATIVE)) ? 1 : 0;
    }
  }

  private void ages(PatientRecord patient) {
    Optional<Interval> derived = Ages.fromDates(patient.value(BIRTH_DATE), patient.value(DATE_DX));
    Optional<Integer> recorded = patient.value(AGE_AT_DX);
    if (derived.isPresent() && recorded.isPresent()) {
      ages++;
      double more = recorded.get() - derived.get().max();
      nominal += more >= 1 && more <= 2 ? 1 : 0;
    }
  }

  /** Counts patients in a row whose clinical answers are the same and hold something. */
  private void copies(PatientRecord patient) {
    Answer<?>[] answers = CLINICAL.stream().map(patient::answer).toArray(Answer<?>[]::new);
    long known = Arrays.stream(answers).filter(Answer::isKnown).count();
    if (known >= COPIED_VALUES && Arrays.equals(answers, previous)) {
      run++;
    } else {
      run = 1;
    }
    longestRun = Math.max(longestRun, run);
    previous = answers;
  }

  List<Finding> findings(RuleParameters parameters) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < REQUIRED.size(); i++) {
      if (asked[i] >= FEWEST && missing[i] > parameters.missingShare() * asked[i]) {
        Field<?> field = REQUIRED.get(i);
        found.add(
            CrossRecords.ofCentre(
                CrossRecordRules.INCOMPLETE,
                centre,
                Optional.of(field),
                field.title(),
                missing[i],
                asked[i]));
      }
    }
    for (int i = 0; i < NUMBERS.size(); i++) {
      uniform(NUMBERS.get(i), values.get(i), found);
    }
    if (longestRun >= COPIED) {
      found.add(centre(CrossRecordRules.COPIED_ROWS, longestRun));
    }
    if (margins >= 20 && negative == margins) {
      found.add(centre(CrossRecordRules.ALL_NEGATIVE, margins));
    }
    if (twoPlus >= FEWEST && resolved == 0) {
      found.add(centre(CrossRecordRules.NEVER_ISH, twoPlus));
    }
    if (ages >= FEWEST && nominal >= 0.3 * ages) {
      found.add(centre(CrossRecordRules.NOMINAL_AGE, nominal, ages));
    }
    if (deathDates >= COPIED && deathDatesAlive > 0.5 * deathDates) {
      found.add(centre(CrossRecordRules.REVERSED, deathDatesAlive, deathDates));
    }
    return found;
  }

  private void uniform(Field<Interval> field, Map<Double, Integer> seen, List<Finding> found) {
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    seen.entrySet().stream()
        .filter(entry -> all >= 15 && entry.getValue() > 0.6 * all)
        .forEach(
            entry ->
                found.add(
                    CrossRecords.ofCentre(
                        CrossRecordRules.UNIFORM,
                        centre,
                        Optional.of(field),
                        field.title(),
                        entry.getValue(),
                        all,
                        Interval.number(entry.getKey()))));
  }

  private Finding centre(RuleCard card, Object... values) {
    return CrossRecords.ofCentre(card, centre, Optional.empty(), values);
  }
}
