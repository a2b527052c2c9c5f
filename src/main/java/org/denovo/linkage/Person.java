package org.denovo.linkage;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Consistency;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.VitalStatus;

/**
 * A person of whom there are several records, and the one record that was made of them.
 *
 * <p>The record that knows most leads: a field has its value, or where it has none the value of the
 * next. What follow-up tells comes first from whoever followed longest, and how the person lives or
 * died never from two records that contradict each other.
 *
 * @param record the merged one, under the key of the record that leads; each answer has its own
 *     cell
 * @param members the keys of all records, the leading one first
 * @param others of each field that another record than the leading one answers, that record's key
 */
public record Person(
    PatientRecord record,
    List<PatientKey> members,
    Map<Field<?>, PatientKey> others,
    List<Contradiction> contradictions) {

  /** They say one thing together. */
  private static final Set<Field<?>> OUTCOME =
      Set.of(VITAL_STATUS, DATE_LAST_CONTACT, DATE_DEATH, DEATH_CAUSE, LOST_TO_FOLLOWUP);

  /** What may differ between two days on which two centres looked. */
  private static final Set<Field<?>> OF_ITS_DAY =
      Set.of(
          VITAL_STATUS,
          DATE_LAST_CONTACT,
          LOST_TO_FOLLOWUP,
          CANCER_STATUS,
          DATE_LAST_DISEASE_ASSESSMENT,
          PROGRESSION);

  public Person {
    members = List.copyOf(members);
    others = Map.copyOf(others);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * True if what is found at one of the records is the person's too: one of the values that were
   * read was taken from that record, or stands nowhere and the record leads.
   *
   * @param fields that were read; where none is told, any value of the record counts
   */
  public boolean concerns(PatientKey key, Collection<Field<?>> fields) {
    PatientKey leading = members.get(0);
    return fields.isEmpty()
        ? key.equals(leading) || others.containsValue(key)
        : fields.stream().anyMatch(field -> others.getOrDefault(field, leading).equals(key));
  }

  /** The person of whom these records are. */
  static Person of(List<PatientRecord> records) {
    List<PatientRecord> byKnowledge =
        records.stream()
            .sorted(
                Comparator.comparingLong(Person::known)
                    .reversed()
                    .thenComparing(PatientRecord::key))
            .toList();
    List<PatientRecord> byFollowUp =
        byKnowledge.stream().sorted(Comparator.comparing(Person::end).reversed()).toList();
    List<PatientRecord> byOutcome = sameOutcome(byFollowUp);
    PatientRecord.Builder merged = PatientRecord.of(byKnowledge.get(0).key());
    Map<Field<?>, PatientKey> others = new HashMap<>();
    List<Contradiction> contradictions = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      List<PatientRecord> order =
          OUTCOME.contains(field)
              ? byOutcome
              : field.group() == Field.Group.FOLLOW_UP ? byFollowUp : byKnowledge;
      PatientRecord used = best(order, field);
      put(merged, field, used);
      if (used != byKnowledge.get(0) && !isBlank(used.answer(field))) {
        others.put(field, used.key());
      }
      contradictions(field, used, byKnowledge, contradictions);
    }
    aliveAfterDeath(byFollowUp, byOutcome.get(0), contradictions);
    return new Person(
        merged.build(),
        byKnowledge.stream().map(PatientRecord::key).toList(),
        others,
        contradictions);
  }

  private static long known(PatientRecord patient) {
    return Fields.all().stream().filter(patient::knows).count();
  }

  /** The last day of which a record tells. */
  private static LocalDate end(PatientRecord patient) {
    return patient
        .value(DATE_DEATH)
        .or(() -> patient.value(DATE_LAST_CONTACT))
        .map(PartialDate::first)
        .orElse(LocalDate.MIN);
  }

  /** The records that do not contradict the one that followed longest and knows how it ended. */
  private static List<PatientRecord> sameOutcome(List<PatientRecord> byFollowUp) {
    Optional<VitalStatus> status =
        byFollowUp.stream().flatMap(one -> one.value(VITAL_STATUS).stream()).findFirst();
    return status.isEmpty()
        ? byFollowUp
        : byFollowUp.stream().filter(one -> one.value(VITAL_STATUS).equals(status)).toList();
  }

  /** The first that knows the field, else the first that says why it does not. */
  private static PatientRecord best(List<PatientRecord> order, Field<?> field) {
    return order.stream()
        .filter(one -> one.knows(field))
        .findFirst()
        .or(() -> order.stream().filter(one -> !isBlank(one.answer(field))).findFirst())
        .orElse(order.get(0));
  }

  private static boolean isBlank(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent
        && (absent.why() == Absence.BLANK || absent.why() == Absence.NOT_COLLECTED);
  }

  private static <T> void put(PatientRecord.Builder merged, Field<T> field, PatientRecord used) {
    merged.put(field, used.answer(field), used.cell(field).orElse(null));
  }

  private static void contradictions(
      Field<?> field,
      PatientRecord used,
      List<PatientRecord> records,
      List<Contradiction> contradictions) {
    if (OF_ITS_DAY.contains(field) || field.type() instanceof FieldType.Identifier) {
      return;
    }
    for (PatientRecord other : records) {
      if (used.knows(field)
          && other.knows(field)
          && !Consistency.holds(
              used.value(field).orElseThrow(), other.value(field).orElseThrow())) {
        contradictions.add(new Contradiction(field, used, other));
      }
    }
  }

  /** Dead in one record and seen alive later in another. */
  private static void aliveAfterDeath(
      List<PatientRecord> records, PatientRecord used, List<Contradiction> contradictions) {
    for (PatientRecord dead : records) {
      Optional<PartialDate> death =
          dead.value(DATE_DEATH)
              .filter(d -> dead.value(VITAL_STATUS).equals(Optional.of(VitalStatus.DEAD)));
      if (dead != used
          && death.isPresent()
          && used.value(VITAL_STATUS).equals(Optional.of(VitalStatus.ALIVE))
          && end(used).isAfter(death.get().last())) {
        contradictions.add(new Contradiction(VITAL_STATUS, used, dead));
      }
    }
  }
}
