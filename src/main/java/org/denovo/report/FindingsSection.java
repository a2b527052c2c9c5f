package org.denovo.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.cohort.Consequence;
import org.denovo.record.PatientKey;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings as compact JSON for the page's own table, once, in their order: the page filters and
 * sorts all of them and draws a window. Words that recur stand in lists, and rows have their index.
 */
final class FindingsSection {

  private FindingsSection() {}

  static Map<String, Object> view(Report report) {
    return Map.of(
        "findings", json(report),
        "findingsShown", report.findings().size(),
        "findingsInAll", report.findingsInAll(),
        "consequences", titles(Consequence.values(), Consequence::title));
  }

  private static <E> List<Map<String, String>> titles(E[] all, Function<E, Text> title) {
    return Arrays.stream(all).map(title).map(Page::text).toList();
  }

  private static String json(Report report) {
    List<String> cohorts = report.cohorts().stream().map(Report.Cohort::name).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("severity", words(Severity.values(), Severity::title));
    data.put("turn", words(Turn.values(), Turn::title));
    data.put("standing", words(Standing.values(), Standing::title));
    data.put("consequence", words(Consequence.values(), Consequence::title));
    Map<String, List<String>> centres = new TreeMap<>();
    report.centres().forEach(centre -> centres.put(centre.code(), words(centre.title())));
    data.put("centre", centres);
    data.put("cohort", report.cohorts().stream().map(c -> words(c.title())).toList());
    // In a first run every finding is new, which would say nothing.
    data.put("first", report.fresh().isEmpty());
    data.put("rows", report.findings().stream().map(open -> row(open, cohorts)).toList());
    // A text in a script element must not be able to end it.
    return JsonMapper.shared().writeValueAsString(data).replace("<", "\\u003c");
  }

  private static <E> List<List<String>> words(E[] all, Function<E, Text> title) {
    return Arrays.stream(all).map(title).map(FindingsSection::words).toList();
  }

  private static List<String> words(Text text) {
    return List.of(text.zh(), text.en());
  }

  /** In the order in which the page's script takes it apart. */
  private static List<Object> row(Report.Open open, List<String> cohorts) {
    List<Object> row = new ArrayList<>();
    row.add(open.finding().id());
    row.add(open.finding().severity().ordinal());
    row.add(open.finding().centre());
    row.add(open.finding().patient().map(PatientKey::pid).orElse(""));
    row.add(open.finding().ruleId());
    row.add(open.finding().says().zh());
    row.add(open.finding().says().en());
    row.add(cells(open.finding().cells()));
    row.add(open.turn().ordinal());
    row.add(open.standing().ordinal());
    row.add(open.firstSeen().toString());
    row.add(open.weight().consequence().ordinal());
    row.add(open.weight().cohorts().stream().map(cohorts::indexOf).toList());
    return row;
  }

  /** Workbook, sheet and the addresses in it, each sheet once. */
  private static List<List<String>> cells(List<SourceCell> cells) {
    Map<List<String>, Set<String>> bySheet = new LinkedHashMap<>();
    for (SourceCell cell : cells) {
      Place place = cell.place();
      bySheet
          .computeIfAbsent(List.of(place.workbook(), place.sheet()), sheet -> new LinkedHashSet<>())
          .add(place.address());
    }
    List<List<String>> lines = new ArrayList<>();
    bySheet.forEach(
        (sheet, addresses) ->
            lines.add(List.of(sheet.get(0), sheet.get(1), String.join(", ", addresses))));
    return lines;
  }
}
