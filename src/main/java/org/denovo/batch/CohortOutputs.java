package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.analysis.Grid;
import org.denovo.analysis.Results;
import org.denovo.check.Decision;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.derive.DerivedVariables;
import org.denovo.extract.CentrePids;
import org.denovo.extract.CohortFiles;
import org.denovo.extract.CurvesSvg;
import org.denovo.extract.Disclosure;
import org.denovo.extract.LoveSvg;
import org.denovo.extract.MembershipCsv;
import org.denovo.extract.SensitivityFiles;
import org.denovo.extract.SourcesCsv;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.report.DesignsPage;
import org.denovo.report.TableOnePage;

/** One cohort of a run: each patient is judged once, members go to the files at once. */
final class CohortOutputs {

  /**
   * What is made of the patients for itself: on a thread of its own, needing nothing of another
   * part.
   */
  interface Part {

    /** A record by which the cohort judges, and what unresolved errors leave open of it. */
    void accept(PatientRecord patient, Set<Decision> blocked);

    /** A record that was merged into another of the same person. */
    void merged(PatientRecord patient);

    /** To be called when every patient was shown. */
    void finish();
  }

  private final CohortDefinition definition;
  private final Selection selection;
  private final AttritionCount count;
  private final CohortFiles files;
  private final Optional<Grid> grid;
  private final Disclosure disclosure;
  private final MembershipCsv membership;
  private final Path folder;
  private Results results;
  private Optional<String> forest = Optional.empty();

  CohortOutputs(Night night, CohortDefinition definition, Path run) {
    this.definition = definition;
    this.selection = Selection.of(definition);
    this.count = selection.count();
    this.grid = definition.sensitivity().map(Grid::new);
    this.disclosure = night.job().privacy().disclosure();
    this.folder = run.resolve("cohorts").resolve(definition.name());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.membership =
        new MembershipCsv(run.resolve(MembershipCsv.path(definition.name())), selection.steps());
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(definition.parameters()).all());
    variables.removeIf(variable -> !night.job().privacy().genomic().lets(variable));
    SourcesCsv.write(
        folder.resolve("sources.csv"),
        night.mappings(),
        centrePids(night),
        night.job().privacy().profile());
    this.files =
        new CohortFiles(
            folder,
            definition,
            variables,
            centrePids(night),
            disclosure,
            night.job().privacy().profile(),
            night.job().privacy().anonymity());
  }

  static CentrePids centrePids(Night night) {
    return new CentrePids(centre -> night.key().pseudonym("centre", centre));
  }

  /** Whom the cohort takes, and what its grid says; after them come the {@link #pages}. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(new Members()));
    grid.map(Variants::new).ifPresent(parts::add);
    return parts;
  }

  private final class Members implements Part {

    @Override
    public void accept(PatientRecord patient, Set<Decision> blocked) {
      Membership judged = selection.judge(patient, blocked);
      count.add(patient, judged);
      membership.accept(patient, judged);
      if (judged instanceof Membership.In in) {
        files.accept(in.member());
      }
    }

    @Override
    public void merged(PatientRecord patient) {
      count.add(patient, Selection.MERGED);
      membership.accept(patient, Selection.MERGED);
    }

    @Override
    public void finish() {
      membership.close();
      results = files.finish(count.attrition(), count.byCentre());
    }
  }

  private final class Variants implements Part {

    private final Grid variants;

    Variants(Grid variants) {
      this.variants = variants;
    }

    @Override
    public void accept(PatientRecord patient, Set<Decision> blocked) {
      variants.accept(patient, blocked);
    }

    @Override
    public void merged(PatientRecord patient) {
      // A variant shows only whom it compares.
    }

    @Override
    public void finish() {
      forest = Optional.of(SensitivityFiles.write(folder, definition, variants, disclosure));
    }
  }

  /** Writes the pages that show what the parts made. */
  void pages() {
    DesignsPage.write(
        folder.resolve("designs.html"),
        definition,
        results,
        CurvesSvg::draw,
        LoveSvg::draw,
        forest);
    TableOnePage.write(folder.resolve("table1.csv"), folder.resolve("table1.html"), definition);
  }

  CohortDefinition definition() {
    return definition;
  }

  Attrition attrition() {
    return count.attrition();
  }

  /** The flow diagram that was written. */
  String flow() {
    try {
      return Files.readString(folder.resolve("flow.svg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NightResult.CohortSize size() {
    return NightResult.CohortSize.of(definition, count.attrition());
  }
}
