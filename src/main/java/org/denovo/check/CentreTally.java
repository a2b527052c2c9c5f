package org.denovo.check;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.denovo.derive.Ages;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.VitalStatus;

/** Counts over the patients of one centre. */
final class CentreTally {

  private static final List<Field<?>> REQUIRED = KeyFields.all();

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
  private final PastedBlocks pasted = new PastedBlocks();
  private Answer<?>[] previous = {};
  private int patients;
  private int identified;
  private int run;
  private int longestRun;
  private int ages;
  private int nominal;
  private int deathDates;
  private int deathDatesAlive;

  CentreTally(String centre) {
    this.centre = centre;
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
    ages(patient);
    copies(patient);
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
    pasted.add(answers, known >= COPIED_VALUES);
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
    if (longestRun >= COPIED) {
      found.add(centre(CrossRecordRules.COPIED_ROWS, longestRun));
    }
    if (pasted.longest() > 0) {
      found.add(centre(CrossRecordRules.PASTED_BLOCK, pasted.longest(), patients));
    }
    if (ages >= FEWEST && nominal >= 0.3 * ages) {
      found.add(centre(CrossRecordRules.NOMINAL_AGE, nominal, ages));
    }
    if (deathDates >= COPIED && deathDatesAlive > 0.5 * deathDates) {
      found.add(centre(CrossRecordRules.REVERSED, deathDatesAlive, deathDates));
    }
    return found;
  }

  private Finding centre(RuleCard card, Object... values) {
    return CrossRecords.ofCentre(card, centre, Optional.empty(), values);
  }
}
