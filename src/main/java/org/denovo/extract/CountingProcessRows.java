package org.denovo.extract;

import java.util.List;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.TimeVarying;
import org.denovo.vocabulary.Text;

/** The rows of {@code counting_process.csv}: one a patient, endpoint and interval. */
record CountingProcessRows(TimeVarying design, CohortDefinition definition) implements DesignRows {

  @Override
  public String stem() {
    return "counting_process";
  }

  @Override
  public Text rowIs() {
    return new Text("一名患者一个终点的一个时间区间", "an interval of a patient and endpoint");
  }

  @Override
  public List<Column> columns() {
    return List.of(
        PATIENT,
        EventTimes.ENDPOINT,
        START,
        STOP,
        EventTimes.EVENT,
        EventTimes.CODE,
        Column.code(
            "exposed", new Text("已行{0}", "With {0}").with(exposure().title()), Column.NO_YES),
        Column.code(
            "exposed_in_window",
            new Text(
                    "时间窗（{0}天）内已行{1}；窗后开始的不算",
                    "With {1} within the window of {0} days; what begins later does not count")
                .with(definition.exposure().windowDays(), exposure().title()),
            Column.NO_YES));
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
    return true;
  }

  @Override
  public List<List<String>> rows(String pid, FollowUp followUp) {
    boolean inWindow =
        followUp.exposedOn().isPresent()
            && followUp.exposedOn().getAsInt() <= definition.exposure().windowDays();
    return design.spells(followUp, definition.exposure().windowDays()).stream()
        .map(
            spell ->
                List.of(
                    pid,
                    followUp.outcome().endpoint().name(),
                    DesignRows.day(spell.start()),
                    DesignRows.day(spell.stop()),
                    DesignRows.flag(spell.isEvent()),
                    Integer.toString(spell.code()),
                    DesignRows.flag(spell.exposed()),
                    DesignRows.flag(spell.exposed() && inWindow)))
        .toList();
  }

  @Override
  public void check(WrittenDesign.Times times, List<CsvRow> rows) {
    WrittenDesign.requireChain(rows, times.end(), times.code());
    double exposed = times.exposedOn().orElse(Double.POSITIVE_INFINITY);
    for (CsvRow row : rows) {
      boolean follows =
          row.is("exposed", '1')
              ? exposed <= row.number("tstart") + 0.5
              : exposed >= row.number("tstop");
      WrittenDesign.require(follows, "exposure is not what its day says");
    }
  }
}
