package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.analysis.Covariates;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.record.Answer;
import org.denovo.record.PartialDate;
import org.denovo.vocabulary.Text;

/**
 * What a propensity score may know, one row a patient: {@code ps_input.csv}. The exposure at each
 * landmark and the covariates at time zero; no outcome and nothing later, so that the model can be
 * made without seeing what it will be used for.
 */
final class PropensityInput implements AutoCloseable {

  private final CentrePids centres;
  private final List<Landmark> landmarks;
  private final Endpoint endpoint;
  private final Exposure exposure;
  private final List<Columns> covariates;
  private final DataFile data;
  private final EquivalenceClasses classes;

  PropensityInput(
      Path directory,
      CohortDefinition definition,
      Covariates covariates,
      CentrePids centres,
      Profile profile,
      Anonymity wanted) {
    this.centres = profile.centres(centres);
    this.endpoint = definition.endpoints().get(0);
    this.exposure = definition.exposure();
    this.landmarks =
        definition.designs().stream()
            .filter(Landmark.class::isInstance)
            .map(Landmark.class::cast)
            .toList();
    this.covariates =
        covariates.variables().stream()
            .map(variable -> Columns.of(variable, profile).orElseThrow())
            .toList();
    this.data =
        new DataFile(
            directory,
            "ps_input",
            new Text("一名患者在时间零点所知", "what is known of a patient at time zero"),
            columns());
    this.classes = new EquivalenceClasses(data.name(), data.columns(), wanted);
  }

  /** How alike the patients in it are. */
  EquivalenceClasses classes() {
    return classes;
  }

  DataFile data() {
    return data;
  }

  private List<Column> columns() {
    return Stream.of(
            Stream.of(DesignRows.PATIENT, Column.text("center_pid", "中心假名", "Centre pseudonym")),
            landmarks.stream().map(this::exposure),
            covariates.stream().flatMap(each -> each.columns().stream()))
        .flatMap(columns -> columns)
        .toList();
  }

  private Column exposure(Landmark landmark) {
    return Column.code(
        "exposed_by_" + landmark.period().word(),
        new Text(
                "{0}界标前已行{1}；空为界标时已不在随访或日期不详",
                "With {1} by {0}; empty if no longer followed then, or not known")
            .with(landmark.period().says(), exposure.title()),
        Column.NO_YES);
  }

  /**
   * Writes a member.
   *
   * @param answers to the covariates' variables
   */
  void accept(Member member, List<Answer<?>> answers) {
    List<String> row = new ArrayList<>();
    row.add(member.patient().key().pid());
    row.add(centres.of(member.patient().key().centre()));
    Optional<Outcome> outcome =
        member.outcomes().stream().filter(each -> each.endpoint() == endpoint).findFirst();
    for (Landmark landmark : landmarks) {
      row.add(
          outcome
              .filter(landmark::isAtRisk)
              .flatMap(each -> FollowUp.of(member, each))
              .map(followUp -> DesignRows.flag(landmark.isExposed(followUp)))
              .orElse(""));
    }
    Answer<PartialDate> zero = Answer.known(PartialDate.of(member.timeZero()));
    for (int i = 0; i < answers.size(); i++) {
      covariates.get(i).write(answers.get(i), zero, row);
    }
    data.row(row);
    classes.add(row);
  }

  @Override
  public void close() {
    data.close();
  }
}
