package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.record.Answer;
import org.denovo.record.Variable;

/**
 * Writes the files of one cohort. Members are written as they come and not kept; rows stand in that
 * order. The files count only after {@link #finish}, which reads them back and refuses what does
 * not add up.
 */
public final class CohortFiles implements AutoCloseable {

  private final Path directory;
  private final CohortDefinition definition;
  private final Disclosure disclosure;
  private final Dates dates;
  private final CohortColumns columns;
  private final List<Variable<?>> variables;
  private final int covariates;
  private final CsvFile cohort;
  private final CsvFile adtte;
  private final List<DesignFile> designs;
  private final TableOne tableOne;
  private final Codebook codebook;
  private final Map<String, Integer> arms = new HashMap<>();
  private final Map<String, Map<String, Long>> byCentre = new HashMap<>();
  private final PatientSet seen = new PatientSet();

  /**
   * Opens the files.
   *
   * @param variables the fields and derived variables that the extract may use; those that follow
   *     from baseline fields become covariates, those that describe the operation get their own
   *     block, the rest is left out
   * @throws IllegalArgumentException if two columns would have one name
   */
  public CohortFiles(
      Path directory,
      CohortDefinition definition,
      List<? extends Variable<?>> variables,
      CentrePids centres,
      Disclosure disclosure,
      Dates dates) {
    this.directory = directory;
    this.definition = definition;
    this.disclosure = disclosure;
    this.dates = dates;
    this.columns = new CohortColumns(definition, variables, centres, dates);
    this.variables = columns.variables();
    List<Variable<?>> atBaseline = columns.covariates();
    this.covariates = atBaseline.size();
    this.tableOne = new TableOne(definition, atBaseline);
    this.codebook = new Codebook(columns);
    for (CohortDefinition.Arm arm : definition.arms()) {
      arms.put(arm.name(), arms.size());
    }
    this.cohort = new CsvFile(directory.resolve("cohort.csv"), columns.names());
    this.adtte = new CsvFile(directory.resolve("adtte.csv"), EventTimes.names());
    this.designs =
        definition.designs().stream()
            .flatMap(design -> DesignRows.of(design, definition).stream())
            .map(rows -> new DesignFile(directory, rows))
            .toList();
  }

  /**
   * Writes a member.
   *
   * @throws IllegalStateException if the arm is not one of the definition
   */
  public void accept(Member member) {
    Integer arm = arms.get(member.arm());
    if (arm == null) {
      throw new IllegalStateException(definition.name() + " has no arm " + member.arm());
    }
    seen.add(member.patient().key().pid());
    byCentre
        .computeIfAbsent(member.patient().key().centre(), centre -> new HashMap<>())
        .merge(member.arm(), 1L, Long::sum);
    List<Answer<?>> answers = new ArrayList<>(variables.size());
    variables.forEach(variable -> answers.add(variable.of(member.patient())));
    cohort.row(columns.row(member, answers));
    for (Outcome outcome : member.outcomes()) {
      adtte.row(EventTimes.row(member, outcome));
    }
    designs.forEach(design -> design.accept(member));
    tableOne.add(arm, answers.subList(0, covariates));
    codebook.add(answers);
  }

  /**
   * Writes what describes the cohort, after the last member.
   *
   * @param byCentre the flow of each centre; together they are the total
   * @throws IllegalStateException if the members, the flow and the centres' flows do not agree, or
   *     the files do not say what was written
   */
  public void finish(Attrition total, Map<String, Attrition> byCentre) {
    close();
    if (seen.count() < seen.added()) {
      throw new IllegalStateException("a patient is in the cohort twice");
    }
    CentreFlows.check(total, byCentre, this.byCentre);
    FlowCounts flow = FlowCounts.of(total, disclosure);
    FlowCsv.write(directory.resolve("flow.csv"), definition, flow, designFlows(flow));
    FlowSvg.write(directory.resolve("flow.svg"), definition, flow);
    tableOne.write(directory.resolve("table1.csv"), disclosure, flow.armsShown());
    codebook.write(
        directory.resolve("codebook.csv"), designs.stream().map(DesignFile::rows).toList());
    LoadScript.write(
        directory.resolve("load.R"), definition, columns, cohort.rows(), adtte.rows(), designs);
    CohortReadme.write(
        directory.resolve("README.md"),
        definition,
        designs.stream().map(DesignFile::rows).toList(),
        dates,
        disclosure);
    WrittenCohort.check(directory, columns, total, cohort.rows(), adtte.rows());
    WrittenDesign.check(directory, designs);
  }

  private List<DesignFlow.Shown> designFlows(FlowCounts flow) {
    List<DesignFlow> flows = designs.stream().flatMap(design -> design.flow().stream()).toList();
    return DesignFlow.shown(flows, flow.membersShown(), disclosure);
  }

  /** Closes the files; without {@link #finish} they are not a cohort. */
  @Override
  public void close() {
    cohort.close();
    adtte.close();
    designs.forEach(DesignFile::close);
  }
}
