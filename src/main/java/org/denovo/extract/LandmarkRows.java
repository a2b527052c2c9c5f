package org.denovo.extract;

import static org.denovo.extract.WrittenDesign.require;

import java.util.List;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Landmark;
import org.denovo.cohort.Outcome;
import org.denovo.vocabulary.Text;

/** The rows of {@code landmark_6m.csv}: one a patient at risk and endpoint. */
record LandmarkRows(Landmark design, CohortDefinition definition) implements DesignRows {

  @Override
  public String stem() {
    return "landmark_" + design.period().word();
  }

  @Override
  public Text rowIs() {
    return new Text("界标后仍有风险的一名患者的一个终点", "an endpoint of a patient at risk after the landmark");
  }

  @Override
  public List<Column> columns() {
    return List.of(
        PATIENT,
        EventTimes.ENDPOINT,
        Column.days("lm_day", new Text("界标日", "Day of the landmark")),
        Column.code(
            "exposed_by_lm",
            new Text("界标日及之前已行{0}", "With {0} by the landmark").with(exposure().title()),
            Column.NO_YES),
        Column.days("time_from_lm", new Text("自界标起的天数", "Days from the landmark")),
        EventTimes.EVENT,
        EventTimes.CODE);
  }

  @Override
  public List<Endpoint> endpoints() {
    return definition.endpoints();
  }

  @Override
  public Exposure exposure() {
    return definition.exposure();
  }

  @Override
  public boolean isAtRisk(Outcome outcome) {
    return design.isAtRisk(outcome);
  }

  @Override
  public List<List<String>> rows(String pid, FollowUp followUp) {
    Outcome outcome = followUp.outcome();
    return List.of(
        List.of(
            pid,
            outcome.endpoint().name(),
            Integer.toString(design.day()),
            DesignRows.flag(design.isExposed(followUp)),
            Integer.toString(outcome.days() - design.day()),
            DesignRows.flag(outcome.isEvent()),
            Integer.toString(outcome.code())));
  }

  @Override
  public void check(WrittenDesign.Times times, List<CsvRow> rows) {
    CsvRow row = rows.get(0);
    require(rows.size() == 1, "a patient is at one landmark twice");
    require(times.days() > row.number("lm_day"), "a patient's time does not pass the landmark");
    require(
        row.number("lm_day") + row.number("time_from_lm") == times.days(),
        "the time from the landmark is not the rest of the follow-up");
    require(row.text("evnt_code").equals(times.code()), "a landmark's row has another end");
    boolean exposed =
        times.exposedOn().isPresent() && times.exposedOn().getAsDouble() <= row.number("lm_day");
    require(
        row.text("exposed_by_lm").equals(DesignRows.flag(exposed)),
        "exposure by the landmark is not what its day says");
  }
}
