package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Covariates;
import org.denovo.analysis.Followed;
import org.denovo.analysis.Incidence;
import org.denovo.analysis.Results;
import org.denovo.analysis.Weighting;
import org.denovo.cohort.Adjustment;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Member;
import org.denovo.cohort.TimeVarying;
import org.denovo.record.Answer;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * Writes the files of one cohort. Members are written as they come and not kept; rows stand in that
 * order. The files count only after {@link #finish}, which reads them back and refuses what does
 * not add up.
 */
public final class CohortFiles implements AutoCloseable {

  /** In place of a file's name: the cohort's quasi-identifiers beside the days of its endpoints. */
  static final String TOGETHER = "cohort.csv+adtte.csv";

  private final Path directory;
  private final CohortDefinition definition;
  private final Disclosure disclosure;
  private final Profile profile;
  private final CohortColumns columns;
  private final List<Variable<?>> variables;
  private final int covariates;
  private final DataFile cohort;
  private final EquivalenceClasses classes;
  private final DayClasses endDays;
  private final DayClasses together;
  private final DataFile adtte;
  private final List<DesignFile> designs;
  private final TableOne tableOne;
  private final Codebook codebook;
  private final Missingness missingness;
  private final CentrePids centres;
  private final Map<String, Integer> arms = new HashMap<>();
  private final Map<String, Map<String, Long>> byCentre = new HashMap<>();
  private final Followed followed;
  private final int[] adjusted;
  private final Optional<PropensityInput> propensityInput;
  private final PatientSet seen = new PatientSet();

  /**
   * Opens the files.
   *
   * @param variables the fields and derived variables that the extract may use; those that follow
   *     from baseline fields become covariates, those that describe the operation get their own
   *     block, the rest is left out; what the cohort adjusts for is used as far as it is among them
   * @param wanted how alike the patients should be in the files; {@code privacy.csv} says how far
   *     they are
   * @throws IllegalArgumentException if two columns would have one name
   */
  public CohortFiles(
      Path directory,
      CohortDefinition definition,
      List<? extends Variable<?>> variables,
      CentrePids centres,
      Disclosure disclosure,
      Profile profile,
      Anonymity wanted) {
    this.directory = directory;
    this.definition = definition;
    this.disclosure = disclosure;
    this.profile = profile;
    this.columns = new CohortColumns(definition, variables, centres, profile);
    this.variables = columns.variables();
    List<Variable<?>> atBaseline = columns.covariates();
    this.covariates = atBaseline.size();
    this.tableOne = new TableOne(definition, atBaseline);
    this.codebook = new Codebook(columns, disclosure);
    this.missingness = new Missingness(this.variables);
    this.centres = profile.centres(centres);
    Adjustment adjustment =
        new Adjustment(
            among(definition.adjustment().covariates(), atBaseline),
            among(definition.adjustment().modelled(), atBaseline),
            among(definition.adjustment().strata(), atBaseline));
    this.adjusted = adjustment.all().stream().mapToInt(atBaseline::indexOf).toArray();
    Covariates confounders = new Covariates(adjustment);
    this.followed = new Followed(definition, confounders);
    this.propensityInput =
        definition.designs().stream().anyMatch(Landmark.class::isInstance)
            ? Optional.of(
                new PropensityInput(directory, definition, confounders, centres, profile, wanted))
            : Optional.empty();
    for (CohortDefinition.Arm arm : definition.arms()) {
      arms.put(arm.name(), arms.size());
    }
    this.cohort =
        new DataFile(directory, "cohort", new Text("一名患者", "a patient"), columns.columns());
    this.classes = new EquivalenceClasses(cohort.name(), columns.columns(), wanted);
    this.adtte =
        new DataFile(
            directory,
            "adtte",
            new Text("一名患者的一个终点", "a patient and endpoint"),
            EventTimes.columns());
    this.endDays = new DayClasses(adtte.name(), adtte.columns(), wanted.k());
    this.together = new DayClasses(TOGETHER, adtte.columns(), wanted.k());
    this.designs =
        definition.designs().stream()
            .flatMap(design -> DesignRows.of(design, definition).stream())
            .map(rows -> new DesignFile(directory, rows, wanted.k()))
            .toList();
  }

  private static List<Variable<?>> among(List<Variable<?>> some, List<Variable<?>> all) {
    return some.stream()
        .<Variable<?>>flatMap(each -> all.stream().filter(v -> v.name().equals(each.name())))
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
    List<String> row = columns.row(member, answers);
    cohort.row(row);
    classes.add(row);
    List<List<String>> ends =
        member.outcomes().stream().map(outcome -> EventTimes.row(member, outcome)).toList();
    ends.forEach(adtte::row);
    endDays.add(List.of(), ends);
    together.add(classes.quasiIdentifiers(row), ends);
    designs.forEach(design -> design.accept(member));
    tableOne.add(arm, answers.subList(0, covariates));
    codebook.add(answers, row);
    missingness.add(centres.of(member.patient().key().centre()), answers);
    List<Answer<?>> confounders = new ArrayList<>(adjusted.length);
    for (int i : adjusted) {
      confounders.add(answers.get(i));
    }
    followed.add(member, confounders);
    propensityInput.ifPresent(file -> file.accept(member, confounders));
  }

  /**
   * Writes what describes the cohort, after the last member.
   *
   * @param byCentre the flow of each centre; together they are the total
   * @return what the designs say, as it may be shown
   * @throws IllegalStateException if the members, the flow and the centres' flows do not agree, or
   *     the files do not say what was written
   */
  public Results finish(Attrition total, Map<String, Attrition> byCentre) {
    close();
    if (seen.count() < seen.added()) {
      throw new IllegalStateException("a patient is in the cohort twice");
    }
    CentreFlows.check(total, byCentre, this.byCentre);
    FlowCounts flow = FlowCounts.of(total, disclosure);
    FlowCsv.write(directory.resolve("flow.csv"), definition, flow, designFlows(flow));
    FlowSvg.write(directory.resolve("flow.svg"), definition, flow);
    CriteriaCsv.write(directory.resolve("criteria.csv"), definition);
    tableOne.write(directory.resolve("table1.csv"), disclosure, flow.armsShown());
    CohortTables tables = tables();
    Set<String> hiding = tableOne.hiding(disclosure, flow.armsShown());
    codebook.write(directory.resolve("codebook.csv"), tables.files(), hiding);
    missingness.write(directory.resolve("missingness.csv"), disclosure, hiding);
    CohortReadme.write(
        directory.resolve("README.md"),
        definition,
        designs.stream().map(DesignFile::rows).toList(),
        profile,
        disclosure);
    PrivacyCsv.write(directory.resolve("privacy.csv"), profile, alike(), disclosure);
    WrittenCohort.check(directory, columns, total, cohort.rows(), adtte.rows());
    WrittenDesign.check(directory, designs, CohortColumns.exposureDay(definition));
    designs.stream()
        .map(DesignFile::rows)
        .filter(
            rows -> rows.design() instanceof TimeVarying && rows.endpoints().contains(Endpoint.OS))
        .forEach(rows -> WrittenCurves.check(directory, rows.file()));
    for (Format format : Format.values()) {
      format.write(tables);
    }
    Results results = followed.results(disclosure.threshold());
    writeCurves(results);
    return results;
  }

  private void writeCurves(Results results) {
    EstimatesCsv.write(directory.resolve("estimates.csv"), results, disclosure);
    if (definition.isAdjusted()) {
      AdjustedCsv.write(directory.resolve("adjusted.csv"), results.adjusted(), disclosure);
    }
    for (Endpoint endpoint : definition.endpoints()) {
      List<Comparison> own = results.of(endpoint);
      String stem = "km_" + endpoint.name().toLowerCase(Locale.ROOT);
      CurvesCsv.write(directory.resolve(stem + ".csv"), own, disclosure);
      List<Incidence> incidences = results.incidences(endpoint);
      if (!incidences.isEmpty()) {
        String file = "cif_" + endpoint.name().toLowerCase(Locale.ROOT) + ".csv";
        IncidenceCsv.write(directory.resolve(file), incidences, disclosure);
      }
      honest(own).ifPresent(c -> CurvesSvg.write(directory.resolve(stem + ".svg"), c));
    }
    if (propensityInput.isPresent()) {
      writeBalance(results);
    }
  }

  private void writeBalance(Results results) {
    BalanceCsv.write(directory, results.weightings(), disclosure);
    honest(results.weightings().stream().map(Weighting::comparison).toList())
        .flatMap(results::weighting)
        .ifPresent(weighting -> LoveSvg.write(directory.resolve("love.svg"), weighting));
  }

  /** The landmark nearest to the window's end: one picture for a paper, and not of the trap. */
  private Optional<Comparison> honest(List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(comparison -> comparison.view().design() instanceof Landmark)
        .min(
            Comparator.comparingInt(
                comparison ->
                    Math.abs(
                        ((Landmark) comparison.view().design()).day()
                            - definition.exposure().windowDays())))
        .or(
            () ->
                comparisons.stream().filter(comparison -> !comparison.view().isTrap()).findFirst());
  }

  /** Of each file of rows, and of those who have several: pseudonyms join them. */
  private List<Alike> alike() {
    List<Alike> alike = new ArrayList<>(List.of(classes, endDays));
    designs.forEach(design -> alike.add(design.days()));
    propensityInput.ifPresent(file -> alike.add(file.classes()));
    alike.add(together);
    return alike;
  }

  private CohortTables tables() {
    List<DataFile> files = new ArrayList<>(List.of(cohort, adtte));
    designs.forEach(design -> files.add(design.data()));
    propensityInput.ifPresent(file -> files.add(file.data()));
    return new CohortTables(directory, definition, files);
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
    propensityInput.ifPresent(PropensityInput::close);
  }
}
