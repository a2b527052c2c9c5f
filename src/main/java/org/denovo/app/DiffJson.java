package org.denovo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.change.Comparability;
import org.denovo.difference.Cause;
import org.denovo.difference.CohortDifference;
import org.denovo.difference.PatientChange;
import org.denovo.difference.RunDifference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What differs between two runs, for machines: one object, of which the patients stand one a line,
 * so that none is kept.
 */
final class DiffJson {

  private static final ObjectWriter WRITER = JsonMapper.shared().writer();

  private final Terminal terminal;

  DiffJson(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String before, String now, RunDifference difference, List<String> cohorts) {
    terminal.data("{\"before\":" + text(before) + ",\"now\":" + text(now) + ",");
    terminal.data("\"made_otherwise\":" + text(made(difference.comparability().changes())) + ",");
    terminal.data("\"cohorts_new\":" + text(difference.came()) + ",");
    terminal.data("\"cohorts_gone\":" + text(difference.went()) + ",");
    terminal.data("\"cohorts\":[");
    for (int i = 0; i < cohorts.size(); i++) {
      cohort(difference.of(cohorts.get(i)));
      terminal.data(i + 1 < cohorts.size() ? "]}," : "]}");
    }
    terminal.data("]}");
  }

  private void cohort(CohortDifference cohort) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (PatientChange.Kind kind : PatientChange.Kind.values()) {
      counts.put(kind.code(), cohort.counts().getOrDefault(kind, 0L));
    }
    counts.put("same", cohort.same());
    terminal.data(
        "{\"cohort\":"
            + text(cohort.cohort())
            + ",\"arms_before\":"
            + text(cohort.armsBefore())
            + ",\"arms_now\":"
            + text(cohort.armsNow())
            + ",\"counts\":"
            + text(counts)
            + ",\"patients\":[");
    boolean[] first = {true};
    cohort.each(
        change -> {
          terminal.data((first[0] ? "" : ",") + text(patient(change)));
          first[0] = false;
        });
  }

  private static String text(Object value) {
    return WRITER.writeValueAsString(value);
  }

  private static Map<String, Object> patient(PatientChange change) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("change", change.kind().code());
    all.put("patient_pid", change.pid());
    all.put("before", change.before());
    all.put("now", change.now());
    List<Map<String, Object>> columns = new ArrayList<>();
    for (PatientChange.Column column : change.columns()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", column.name());
      one.put("before", column.before());
      one.put("now", column.now());
      columns.add(one);
    }
    all.put("columns", columns);
    all.put("causes", change.causes().stream().map(DiffJson::cause).toList());
    return all;
  }

  private static Map<String, Object> cause(Cause cause) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cause", DiffRows.code(cause));
    if (cause instanceof Cause.Written written) {
      all.put("field", written.field());
      all.put("before", cell(written.before()));
      all.put("now", cell(written.now()));
    } else if (cause instanceof Cause.Read read) {
      all.put("field", read.field());
      all.put("before", cell(read.before()));
      all.put("now", cell(read.now()));
      all.put("by", made(read.by()));
    } else if (cause instanceof Cause.Blocked blocked) {
      all.put("finding_id", blocked.finding());
      all.put("rule_id", blocked.rule());
      all.put("blocks", blocked.blocks());
      all.put("decisions", blocked.decisions());
      all.put("state_before", blocked.before());
      all.put("state_now", blocked.now());
    } else if (cause instanceof Cause.Person person) {
      all.put("other_pid", person.pid());
      all.put("other_centre", person.centre());
      all.put("bond", person.bond().name().toLowerCase(Locale.ROOT));
      all.put("decided_by", person.decided().map(Cause.Person.Decided::by).orElse(null));
      all.put("decided_on", person.decided().map(Cause.Person.Decided::day).orElse(null));
      all.put("why", person.decided().map(Cause.Person.Decided::why).orElse(null));
    } else if (cause instanceof Cause.Row row) {
      all.put("came", row.came());
      all.put("workbook", row.workbook());
    } else if (cause instanceof Cause.Made made) {
      all.put("by", made(made.by()));
    }
    return all;
  }

  private static Map<String, Object> cell(Cause.Cell cell) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cell", cell.place());
    all.put("raw", cell.raw());
    all.put("value", cell.value());
    return all;
  }

  private static List<Map<String, Object>> made(List<Comparability.Made> changes) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Comparability.Made made : changes) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", made.either().kind().name().toLowerCase(Locale.ROOT));
      one.put("name", made.either().name());
      one.put("before", made.before().map(edition -> edition.shown()).orElse(null));
      one.put("now", made.after().map(edition -> edition.shown()).orElse(null));
      all.add(one);
    }
    return all;
  }
}
