package org.denovo.extract;

import static org.denovo.extract.WrittenDesign.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denovo.cohort.Clones;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Exposure;
import org.denovo.cohort.FollowUp;
import org.denovo.cohort.Outcome;
import org.denovo.cohort.Spell;
import org.denovo.vocabulary.Text;

/** The rows of {@code clones_8m.csv}: one a patient, strategy and interval. */
record CloneRows(Clones design, Exposure exposure) implements DesignRows {

  private static final List<String> ENDS = List.of("event", "art_censored", "nat_censored");

  @Override
  public String stem() {
    return "clones_" + design.period().word();
  }

  @Override
  public Text rowIs() {
    return new Text("一名患者一种策略下的一个时间区间", "an interval of a patient under a strategy");
  }

  @Override
  public List<Column> columns() {
    return List.of(
        PATIENT,
        Column.text("clone_id", "克隆标识", "Clone"),
        Column.code("strategy", new Text("策略", "Strategy"), strategies()),
        START,
        STOP,
        EventTimes.EVENT,
        EventTimes.CODE,
        Column.code("exposed", new Text("已行{0}", "With {0}").with(exposure.title()), Column.NO_YES),
        Column.code(
            "art_censored",
            new Text("因偏离策略而删失", "Censored on leaving the strategy"),
            Column.NO_YES),
        Column.days("art_censor_day", new Text("偏离策略之日", "Day of leaving the strategy")),
        Column.code(
            "nat_censored",
            new Text("随访结束而删失", "Censored at the end of follow-up"),
            Column.NO_YES));
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Endpoint.OS);
  }

  @Override
  public boolean isAtRisk(Outcome outcome) {
    return true;
  }

  @Override
  public List<List<String>> rows(String pid, FollowUp followUp) {
    List<List<String>> rows = new ArrayList<>();
    for (Clones.Clone clone : design.of(followUp)) {
      int last = clone.spells().size() - 1;
      for (int i = 0; i <= last; i++) {
        rows.add(row(pid, clone, clone.spells().get(i), i == last));
      }
    }
    return rows;
  }

  private List<String> row(String pid, Clones.Clone clone, Spell spell, boolean isLast) {
    boolean left = isLast && clone.censoredOn().isPresent();
    return List.of(
        pid,
        pid + "_" + clone.strategy().code(exposure),
        clone.strategy().code(exposure),
        DesignRows.day(spell.start()),
        DesignRows.day(spell.stop()),
        DesignRows.flag(spell.isEvent()),
        Integer.toString(spell.code()),
        DesignRows.flag(spell.exposed()),
        DesignRows.flag(left),
        left ? Integer.toString(clone.censoredOn().getAsInt()) : "",
        DesignRows.flag(isLast && !left && spell.code() == 0));
  }

  @Override
  public void check(WrittenDesign.Times times, List<CsvRow> rows) {
    for (Clones.Strategy strategy : Clones.Strategy.values()) {
      List<CsvRow> clone =
          rows.stream()
              .filter(row -> row.text("strategy").equals(strategy.code(exposure)))
              .toList();
      require(!clone.isEmpty(), "a patient has no clone " + strategy.code(exposure));
      CsvRow last = clone.get(clone.size() - 1);
      if (last.is("art_censored", '1')) {
        WrittenDesign.requireChain(clone, Math.max(last.number("art_censor_day"), 0.5), "0");
        require(last.number("tstop") <= times.end(), "a clone goes on after the follow-up");
      } else {
        WrittenDesign.requireChain(clone, times.end(), times.code());
      }
      int ends = 0;
      for (CsvRow row : clone) {
        for (String end : ENDS) {
          ends += row.is(end, '1') ? 1 : 0;
        }
      }
      require(ends == 1, "a clone ends " + ends + " times");
    }
  }

  private List<Column.Level> strategies() {
    return Arrays.stream(Clones.Strategy.values())
        .map(strategy -> new Column.Level(strategy.code(exposure), strategy.title(exposure)))
        .toList();
  }
}
