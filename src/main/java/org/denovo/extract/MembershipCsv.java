package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.denovo.check.Decision;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;

/**
 * {@code registry/membership/<cohort>.csv}: what a cohort makes of every patient of the registry,
 * in the registry's order. It stays in the registry, because who left where would give small cells
 * of the flow away.
 */
public final class MembershipCsv implements AutoCloseable {

  private final List<CohortDefinition.Step> steps;
  private final CsvFile csv;

  /**
   * Opens the file.
   *
   * @param steps of the cohort's selection
   */
  public MembershipCsv(Path file, List<CohortDefinition.Step> steps) {
    this.steps = List.copyOf(steps);
    this.csv =
        new CsvFile(
            file, List.of("patient_pid", "membership", "arm", "step", "verdict", "lacking"));
  }

  /** Where a cohort's file lies in a run. */
  public static String path(String cohort) {
    return "registry/membership/" + cohort + ".csv";
  }

  /** Writes a patient. */
  public void accept(PatientRecord patient, Membership membership) {
    String pid = patient.key().pid();
    if (membership instanceof Membership.In in) {
      csv.row(List.of(pid, "in", in.member().arm(), "", "", ""));
    } else if (membership instanceof Membership.Undecided open) {
      csv.row(List.of(pid, "undecided", "", "", "", names(open.missing())));
    } else if (membership instanceof Membership.Blocked blocked) {
      String decisions =
          blocked.decisions().stream().map(Decision::name).collect(Collectors.joining(";"));
      csv.row(List.of(pid, "blocked", "", Selection.NOTHING_BLOCKED, "", decisions));
    } else if (membership instanceof Membership.Left left) {
      csv.row(
          List.of(
              pid,
              "left",
              "",
              steps.get(left.step()).name(),
              left.judgement().missing().isEmpty() ? "not_met" : "not_known",
              names(left.judgement().missing())));
    }
  }

  private static String names(List<Variable<?>> missing) {
    return missing.stream().map(Variable::name).collect(Collectors.joining(";"));
  }

  @Override
  public void close() {
    csv.close();
  }
}
