package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.cohort.CohortDefinition;
import org.denovo.vocabulary.Text;

/**
 * The flow as a table: one row a step, one an arm, one for those without an arm, and one for each
 * endpoint of a design that has a file of its own.
 */
final class FlowCsv {

  private static final List<String> HEADER =
      List.of(
          "step",
          "criterion_zh",
          "criterion_en",
          "n_in",
          "n_excluded",
          "n_unknown",
          "n_out",
          "missing",
          "by_center_ok");

  /** The centres' counts add up to these; designs are not counted by centre. */
  private static final String BY_CENTRE = "yes";

  private FlowCsv() {}

  /** The centres' flows were added up and gave this one before this is called. */
  static void write(
      Path file, CohortDefinition definition, FlowCounts flow, List<DesignFlow.Shown> designs) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      csv.row(row("registry", FlowSvg.STARTED, "", "", "", flow.started(), "", BY_CENTRE));
      for (FlowCounts.Step step : flow.steps()) {
        csv.row(
            row(
                step.name(),
                step.says(),
                step.in(),
                step.excluded(),
                step.unknown(),
                step.out(),
                step.missing(),
                BY_CENTRE));
      }
      for (CohortDefinition.Arm arm : definition.arms()) {
        String n = flow.arms().get(arm.name());
        csv.row(row("arm " + arm.name(), arm.title(), flow.eligible(), "", "", n, "", BY_CENTRE));
      }
      csv.row(
          row(
              "no arm",
              FlowSvg.UNDECIDED,
              flow.eligible(),
              "",
              flow.undecided(),
              "",
              flow.undecidedMissing(),
              BY_CENTRE));
      for (DesignFlow.Shown each : designs) {
        csv.row(
            row(
                each.step(),
                each.says(),
                each.in(),
                each.excluded(),
                each.unknown(),
                each.out(),
                each.missing(),
                ""));
      }
    }
  }

  private static List<String> row(
      String step,
      Text says,
      String in,
      String out,
      String unknown,
      String left,
      String missing,
      String byCentre) {
    return List.of(
        step,
        CsvFile.inert(says.zh()),
        CsvFile.inert(says.en()),
        in,
        out,
        unknown,
        left,
        missing,
        byCentre);
  }
}
