package org.denovo.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void aFieldThatIsTakenFromAnotherColumnOfTheSameBytesHasMoved() {
    List<PatientRecord> before = List.of(patient("1", 3, 4), patient("2", 3, 4));
    List<PatientRecord> now = List.of(patient("1", 3, 7), patient("2", 3, 7));
    assertThat(Reading.moved(pairs(before, now))).containsExactly(Fields.PR_PCT);
    assertThat(Reading.moved(pairs(before, before))).isEmpty();
  }

  private static Pairs pairs(List<PatientRecord> before, List<PatientRecord> now) {
    return new Pairs(
        before::iterator, now::iterator, pid -> Optional.empty(), pid -> Optional.empty());
  }

  private static PatientRecord patient(String number, int er, int pr) {
    PatientRecord.Builder patient =
        PatientRecord.of(new PatientKey("north", number, "pid-" + number));
    put(patient, Fields.ER_PCT, er);
    put(patient, Fields.PR_PCT, pr);
    return patient.build();
  }

  private static void put(PatientRecord.Builder patient, Field<Interval> field, int column) {
    patient.put(
        field,
        Answer.known(Interval.of(10)),
        SourceCell.text(new Place("north.xlsx", "Sheet1", 5, column), "10"));
  }
}
