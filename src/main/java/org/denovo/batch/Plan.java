package org.denovo.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denovo.extract.AnswersCsv;
import org.denovo.mapping.CentreMapping;
import org.denovo.store.Run;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;

/**
 * What a run has to do.
 *
 * @param run the run, new or resumed; none if nothing changed since the last published one
 * @param previous the last published run of the job
 * @param reading the workbooks to be read, by their submission's number
 * @param unchanged the submissions that stay each centre's present one
 * @param quarantined workbooks that were refused before and are the same still
 * @param answers what came back in query workbooks
 * @param notes what is to be said of files that are passed over
 */
record Plan(
    Inbox inbox,
    Optional<Run> run,
    Optional<Run> previous,
    String contentHash,
    Map<Long, Reading> reading,
    List<Submission> unchanged,
    List<Submission> quarantined,
    List<AnswersCsv.Row> answers,
    List<Text> notes) {

  /** Why a workbook is refused whose data were cut before those of the accepted one. */
  static final String OLDER_DATA_CUT = "OLDER_DATA_CUT";

  /** A workbook to be read. */
  record Reading(CentreMapping mapping, Path file) {}

  Plan {
    Objects.requireNonNull(inbox, "inbox");
    reading = Map.copyOf(reading);
    unchanged = List.copyOf(unchanged);
    quarantined = List.copyOf(quarantined);
    answers = List.copyOf(answers);
    notes = List.copyOf(notes);
  }
}
