package org.denovo.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;

/**
 * A patient of whom nothing is known, in each way of not knowing. Not done and not applicable are
 * not among them: they say something.
 */
public final class Nobody {

  private static final List<PatientRecord> EACH_WAY =
      List.of(
          nobody(Answer.absent(Absence.NOT_COLLECTED)),
          nobody(Answer.absent(Absence.BLANK)),
          nobody(Answer.absent(Absence.UNKNOWN)),
          nobody(Answer.absent(Absence.PENDING)),
          nobody(Answer.unreadable()));

  private Nobody() {}

  /** True if such a patient would meet the criterion. */
  public static boolean meets(Criterion criterion) {
    return verdicts(criterion).contains(Verdict.MET);
  }

  /** True if it is open whether such a patient meets the criterion. */
  public static boolean leavesOpen(Criterion criterion) {
    return verdicts(criterion).contains(Verdict.NOT_KNOWN);
  }

  private static Set<Verdict> verdicts(Criterion criterion) {
    return EACH_WAY.stream()
        .map(patient -> criterion.of(patient).verdict())
        .collect(Collectors.toSet());
  }

  private static PatientRecord nobody(Answer<?> answer) {
    PatientRecord.Builder builder = PatientRecord.of(new PatientKey("", "", ""));
    Fields.all().forEach(field -> put(builder, field, answer));
    return builder.build();
  }

  @SuppressWarnings("unchecked") // an answer without a value is of every type
  private static <T> void put(PatientRecord.Builder builder, Field<T> field, Answer<?> answer) {
    builder.put(field, (Answer<T>) answer);
  }
}
