package org.denovo.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.mapping.SheetHeader;
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

  @Test
  void anotherHeaderIsAnotherColumnIfItsCellsDiffer() {
    List<SheetHeader> before = List.of(new SheetHeader("Sheet1", List.of("id", "ER", "PR")));
    List<SheetHeader> now = List.of(new SheetHeader("Sheet1", List.of("id", "PR", "ER%")));
    List<PatientRecord> old = new ArrayList<>();
    List<PatientRecord> same = new ArrayList<>();
    List<PatientRecord> other = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      old.add(patient("" + i, 1, 2));
      same.add(patient("" + i, 2, 1));
      PatientRecord.Builder builder = PatientRecord.of(new PatientKey("north", "" + i, "pid-" + i));
      put(builder, Fields.ER_PCT, 2, i < 12 ? "7" : "10");
      other.add(builder.build());
    }
    assertThat(Reading.moved(pairs(old, same), before, now)).isEmpty();
    assertThat(Reading.moved(pairs(old, other), before, now)).containsExactly(Fields.ER_PCT);
    assertThat(Reading.moved(pairs(old, other), before, before)).containsExactly(Fields.ER_PCT);
    assertThat(Reading.moved(pairs(old, old), before, before)).isEmpty();
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
    put(patient, field, column, "10");
  }

  private static void put(
      PatientRecord.Builder patient, Field<Interval> field, int column, String text) {
    patient.put(
        field,
        Answer.known(Interval.of(Double.parseDouble(text))),
        SourceCell.text(new Place("north.xlsx", "Sheet1", 5, column), text));
  }
}
