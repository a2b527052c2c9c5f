package org.denovo.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.change.RenameProposal;
import org.denovo.check.Standing;
import org.denovo.check.Turn;

/**
 * What changed: findings and headline numbers since the last run, values and columns since each
 * centre's last workbook. Where two runs were not made alike, no difference of theirs is shown.
 */
final class ChangesSection {

  private ChangesSection() {}

  static Map<String, Object> view(Report report) {
    Map<String, Object> view = new LinkedHashMap<>();
    boolean isComparable = report.notComparable().isEmpty();
    view.put("hasLast", report.fresh().isPresent());
    view.put("turns", turns(report.changes()));
    view.put("standings", standings(report));
    view.put(
        "headlines",
        report.headlines().stream().map(number -> headline(number, isComparable)).toList());
    view.put(
        "sinceHeads", Arrays.stream(Report.What.values()).map(w -> Page.text(w.title())).toList());
    view.put("since", report.sinceLast().stream().map(ChangesSection::since).toList());
    view.put("renames", report.renames().stream().map(ChangesSection::rename).toList());
    return view;
  }

  private static List<Map<String, Object>> turns(Report.Changes changes) {
    List<Map<String, Object>> turns = new ArrayList<>();
    for (Turn turn : Turn.values()) {
      long count =
          switch (turn) {
            case NEW -> changes.appeared();
            case PERSISTING -> changes.persisting();
            case REOPENED -> changes.reopened();
            case RESOLVED -> changes.resolved();
          };
      turns.add(Map.of("title", Page.text(turn.title()), "count", count, "kind", turn.code()));
    }
    return turns;
  }

  /** Where the findings that are there stand; those that are gone are a turn. */
  private static List<Map<String, Object>> standings(Report report) {
    return Arrays.stream(Standing.values())
        .filter(standing -> report.standings().getOrDefault(standing, 0L) > 0)
        .map(
            standing ->
                Map.<String, Object>of(
                    "title", Page.text(standing.title()),
                    "count", report.standings().get(standing)))
        .toList();
  }

  private static Map<String, Object> headline(Report.Headline number, boolean isComparable) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("title", Page.text(number.what()));
    row.put("now", number.now());
    row.put(
        "before", number.before().isPresent() ? Long.toString(number.before().getAsLong()) : "–");
    row.put(
        "change",
        isComparable && number.before().isPresent()
            ? signed(number.now() - number.before().getAsLong())
            : "");
    return row;
  }

  /** How a cohort's size moved since the last run, if that can be said. */
  static Optional<String> change(Report report, Report.Cohort cohort) {
    return report.notComparable().isPresent() || cohort.before().isEmpty()
        ? Optional.empty()
        : Optional.of(signed(cohort.attrition().members() - cohort.before().getAsLong()));
  }

  /** With a real minus; no change is said to be none. */
  private static String signed(long difference) {
    return difference == 0 ? "=" : difference > 0 ? "+" + difference : "−" + -difference;
  }

  private static Map<String, Object> since(Report.SinceLast centre) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("centre", centre.centre());
    row.put("workbook", centre.workbook());
    row.put("last", centre.lastWorkbook());
    row.put("received", centre.lastReceived());
    row.put(
        "counts",
        Arrays.stream(Report.What.values()).map(w -> centre.counts().getOrDefault(w, 0L)).toList());
    row.put(
        "fields",
        centre.fields().stream()
            .map(f -> Map.of("title", Page.text(f.field()), "count", f.count()))
            .toList());
    return row;
  }

  private static Map<String, Object> rename(Report.Rename rename) {
    RenameProposal proposal = rename.proposal();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", proposal.id());
    row.put("centre", rename.centre());
    row.put("sheet", proposal.sheet());
    row.put("old", proposal.oldHeader());
    row.put("young", proposal.newHeader());
    row.put("confidence", proposal.confidence());
    row.put("same", proposal.same() + " / " + proposal.compared());
    row.put("samples", String.join(" · ", proposal.samples()));
    return row;
  }
}
