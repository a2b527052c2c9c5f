package org.denovo.extract;

import java.util.List;
import java.util.Optional;
import org.denovo.cohort.Clones;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Design;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.EverNever;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.TimeVarying;
import org.denovo.vocabulary.Text;

/** What a design's file holds: its name, its columns and the rows of a patient's outcome. */
interface DesignRows {

  Column PATIENT = Column.text("patient_pid", "患者假名", "Patient pseudonym");

  Column START = days("tstart", new Text("区间开始（不含）", "Start of the interval, not in it"));

  Column STOP = days("tstop", new Text("区间结束（含）", "End of the interval, in it"));

  /** The rows of a design; empty if it has no file of its own. */
  static Optional<DesignRows> of(Design design, CohortDefinition definition) {
    if (design instanceof Landmark landmark) {
      return Optional.of(new LandmarkRows(landmark, definition));
    } else if (design instanceof TimeVarying timeVarying) {
      return Optional.of(new CountingProcessRows(timeVarying, definition));
    } else if (design instanceof Clones clones) {
      return Optional.of(new CloneRows(clones, definition.exposure()));
    } else if (design instanceof EverNever) {
      return Optional.empty();
    }
    throw new IllegalStateException("no file for " + design.word());
  }

  /** The file's name without its ending. */
  String stem();

  Design design();

  /** What the design compares. */
  Exposure exposure();

  /** What the design does. */
  default Text says() {
    return design().says(exposure().title());
  }

  /** What one row is, in both languages. */
  Text rowIs();

  List<Column> columns();

  /** The endpoints that are followed. */
  List<Endpoint> endpoints();

  /** False if the patient is no longer observed when the design begins. */
  boolean isAtRisk(Outcome outcome);

  /** The rows of a patient who is at risk. */
  List<List<String>> rows(String pid, FollowUp followUp);

  /** Refuses rows, read back, that do not follow from the patient's row in {@code adtte.csv}. */
  void check(WrittenDesign.Times times, List<CsvRow> rows);

  /** The file's name. */
  default String file() {
    return stem() + ".csv";
  }

  private static Column days(String name, Text title) {
    return Column.number(name, title, Column.Kind.DECIMAL, "d");
  }

  static String flag(boolean isSo) {
    return isSo ? "1" : "0";
  }

  static String day(double day) {
    return Numbers.text(day, 1);
  }
}
