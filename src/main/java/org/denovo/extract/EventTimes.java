package org.denovo.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.denovo.cohort.Endpoint;
import org.denovo.cohort.Member;
import org.denovo.cohort.Outcome;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/**
 * The rows of {@code adtte.csv}: one a patient and endpoint, under ADaM's names. {@code CNSR} is 0
 * for an event and otherwise the event code, or 1 for plain censoring; {@code event} is the
 * opposite, as R and Stata expect it.
 */
public final class EventTimes {

  /** The endpoint's code. */
  static final Column ENDPOINT =
      Column.code("PARAMCD", new Text("终点代码", "Endpoint code"), endpointLevels());

  /** Whether the event of interest happened. */
  static final Column EVENT =
      Column.number("event", new Text("事件（1 = 事件）", "Event (1 = event)"), Column.Kind.WHOLE, "");

  /** What happened. */
  static final Column CODE = Column.code("evnt_code", new Text("事件代码", "Event code"), codes());

  private EventTimes() {}

  static List<Column> columns() {
    return List.of(
        Column.text("patient_pid", "患者假名", "Patient pseudonym"),
        ENDPOINT,
        Column.text("PARAM", "终点", "Endpoint"),
        Column.days("STARTDT_day", new Text("起始日", "Day of start")),
        Column.days("ADT_day", new Text("事件或删失日", "Day of event or censoring")),
        Column.days("AVAL", new Text("时间（天）", "Time in days")),
        Column.number("AVAL_mo", new Text("时间（月）", "Time in months"), Column.Kind.DECIMAL, "mo"),
        Column.number(
            "CNSR", new Text("删失（0 = 事件）", "Censored (0 = event)"), Column.Kind.WHOLE, ""),
        EVENT,
        CODE,
        Column.text("EVNTDESC", "事件描述", "What happened"),
        Column.text("SRCDOM", "来源表单", "Forms that gave the end"),
        Column.text("SRCVAR", "来源变量", "Variables that gave the end"));
  }

  static List<String> row(Member member, Outcome outcome) {
    List<String> row = new ArrayList<>();
    row.add(member.patient().key().pid());
    row.add(outcome.endpoint().name());
    row.add(outcome.endpoint().title().en());
    row.add("0");
    row.add(Integer.toString(outcome.days()));
    row.add(Integer.toString(outcome.days()));
    row.add(Numbers.text(Months.ofDays(outcome.days()), 4));
    row.add(censoring(outcome.code()));
    row.add(outcome.isEvent() ? "1" : "0");
    row.add(Integer.toString(outcome.code()));
    row.add(says(outcome).en());
    row.add(forms(outcome.variables()));
    row.add(String.join(";", outcome.variables()));
    return row;
  }

  private static String censoring(int code) {
    return switch (code) {
      case 0 -> "1";
      case 1 -> "0";
      default -> Integer.toString(code);
    };
  }

  /** What an event code means. */
  static Text says(int code) {
    return switch (code) {
      case 0 -> new Text("删失", "Censored");
      case 1 -> new Text("终点事件", "Event of interest");
      case 2 -> new Text("竞争性死亡", "Competing death");
      case 3 -> new Text("其他竞争事件", "Other competing event");
      case 9 -> new Text("死亡，死因不详", "Death of unknown cause");
      default -> throw new IllegalStateException("event code " + code);
    };
  }

  /** How a member's time to an endpoint ended. */
  public static Text says(Outcome outcome) {
    if (!outcome.isEvent()) {
      return says(outcome.code());
    }
    return switch (outcome.endpoint()) {
      case OS -> new Text("死亡", "Death");
      case BCSS -> new Text("乳腺癌死亡", "Death from breast cancer");
      case PFS -> new Text("进展或死亡", "Progression or death");
      case LRP -> new Text("局部区域进展", "Locoregional progression");
      case LRFS -> new Text("局部区域进展或死亡", "Locoregional progression or death");
      case MPFS -> new Text("转移灶进展", "Progression of metastases");
    };
  }

  private static String forms(List<String> variables) {
    return variables.stream()
        .map(name -> Fields.named(name).map(Field::group).map(g -> g.name()).orElse("DERIVED"))
        .distinct()
        .collect(Collectors.joining(";"));
  }

  private static List<Column.Level> codes() {
    return IntStream.of(0, 1, 2, 3, 9)
        .mapToObj(code -> new Column.Level(Integer.toString(code), says(code)))
        .toList();
  }

  private static List<Column.Level> endpointLevels() {
    return Arrays.stream(Endpoint.values())
        .map(endpoint -> new Column.Level(endpoint.name(), endpoint.title()))
        .toList();
  }
}
