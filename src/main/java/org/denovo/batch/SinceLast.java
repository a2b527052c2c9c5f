package org.denovo.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.change.Change;
import org.denovo.change.RenameProposal;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.report.Report;
import org.denovo.store.Changes;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;

/** What changed between the centres' present and last submissions, counted. */
final class SinceLast {

  private static final int FIELDS = 6;

  private final Store store;
  private final Map<String, Long> totals = new LinkedHashMap<>();
  private final List<Report.SinceLast> centres = new ArrayList<>();
  private final Map<String, List<RenameProposal>> proposals = new TreeMap<>();

  SinceLast(Store store, List<Submission> inForce) {
    this.store = store;
    for (Report.What what : Report.What.values()) {
      totals.put(what.code(), 0L);
    }
    for (Submission submission : inForce) {
      Optional<Submission> previous =
          store.history().of(submission.id()).previous().map(store.submissions()::get);
      previous.ifPresent(last -> add(submission, last));
      List<RenameProposal> own = store.changes().proposals(submission.id());
      if (!own.isEmpty()) {
        proposals.put(submission.centre(), own);
      }
    }
  }

  private void add(Submission now, Submission last) {
    Map<Report.What, Long> counts = new TreeMap<>();
    Map<String, Long> fields = new HashMap<>();
    for (Changes.Count count : store.changes().counts(now.id())) {
      Report.What what = what(count);
      counts.merge(what, count.n(), Long::sum);
      totals.merge(what.code(), count.n(), Long::sum);
      if (what == Report.What.VALUES_CHANGED || what == Report.What.VALUES_LOST) {
        fields.merge(count.field(), count.n(), Long::sum);
      }
    }
    List<Report.FieldCount> most =
        fields.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(FIELDS)
            .map(field -> new Report.FieldCount(title(field.getKey()), field.getValue()))
            .toList();
    centres.add(
        new Report.SinceLast(
            now.centre(),
            now.fileName(),
            last.fileName(),
            last.received().toString(),
            counts,
            most));
  }

  private static Report.What what(Changes.Count count) {
    if (count.cause() == Change.Cause.READING) {
      return Report.What.READ_ANEW;
    }
    boolean aPatient = count.field().isEmpty();
    return switch (count.kind()) {
      case APPEARED -> aPatient ? Report.What.PATIENTS_APPEARED : Report.What.VALUES_APPEARED;
      case VANISHED -> Report.What.PATIENTS_VANISHED;
      case RENAMED -> Report.What.PATIENTS_RENAMED;
      case CHANGED -> Report.What.VALUES_CHANGED;
      case LOST -> Report.What.VALUES_LOST;
    };
  }

  private static Text title(String field) {
    return Fields.named(field).map(Field::title).orElse(Text.same(field));
  }

  /** Over all centres, by the code of what it is. */
  Map<String, Long> totals() {
    return totals;
  }

  /** The centres that sent before, in order. */
  List<Report.SinceLast> centres() {
    return centres;
  }

  /** Columns that seem to have another name, by centre. */
  Map<String, List<RenameProposal>> proposals() {
    return proposals;
  }
}
