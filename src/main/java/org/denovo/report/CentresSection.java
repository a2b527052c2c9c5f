package org.denovo.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.comparison.Compared;
import org.denovo.comparison.Funnel;
import org.denovo.comparison.Measure;
import org.denovo.comparison.Standing;
import org.denovo.comparison.Standing.Verdict;

/** The part of the report that shows how the centres stand among each other. */
final class CentresSection {

  /** What a reader of a stage IV registry asks first. */
  private static final Set<String> FIRST =
      Set.of(
          "er_positive",
          "her2_positive",
          "operated",
          "margin_positive",
          "missing_margin_status",
          "oligometastatic_5",
          "bone_only",
          "lost_to_followup",
          "deaths_observed_expected");

  private static final int MARKED_SHOWN = 40;

  private CentresSection() {}

  static Map<String, Object> view(Compared compared) {
    List<Map<String, Object>> shown = new ArrayList<>();
    List<Map<String, Object>> more = new ArrayList<>();
    for (Funnel funnel : compared.funnels()) {
      if (funnel.largest() > 0) {
        boolean first = FIRST.contains(funnel.measure().id()) || funnel.isFlagged();
        (first ? shown : more).add(funnel(funnel));
      }
    }
    long judged = compared.standings().stream().filter(s -> s.verdict().isJudged()).count();
    List<Standing> flagged =
        compared.standings().stream().filter(s -> s.verdict().isFlagged()).toList();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("funnels", shown);
    view.put("funnelsMore", more);
    view.put("standingsJudged", judged);
    view.put("standingsNot", compared.standings().size() - judged);
    view.put("standingsFlagged", flagged.size());
    view.put(
        "funnelsFlagged",
        compared.funnels().stream()
            .flatMap(funnel -> funnel.standings().stream())
            .filter(s -> s.verdict().isFlagged())
            .count());
    view.put("standingsChance", chance(compared));
    view.put("flagged", flagged.stream().limit(MARKED_SHOWN).map(CentresSection::flagged).toList());
    view.put("followUp", followUp(compared));
    return view;
  }

  /** How many of the funnels' judgements lie beyond their limits by chance, at most. */
  private static String chance(Compared compared) {
    long judged = compared.funnels().stream().mapToLong(Funnel::judged).sum();
    return String.format(Locale.ROOT, "%.1f", judged * 0.002);
  }

  private static Map<String, Object> funnel(Funnel funnel) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", Page.text(funnel.measure().title()));
    view.put("among", Page.text(funnel.measure().among()));
    view.put("rule", funnel.measure().rule().id());
    view.put("svg", FunnelSvg.of(funnel));
    view.put("judged", funnel.judged());
    view.put("small", count(funnel, Verdict.TOO_SMALL));
    view.put("nobody", count(funnel, Verdict.NOBODY) + count(funnel, Verdict.FEW_CENTRES));
    view.put("phi", String.format(Locale.ROOT, "%.1f", funnel.phi()));
    view.put("widened", funnel.between() > 0);
    return view;
  }

  private static long count(Funnel funnel, Verdict verdict) {
    return funnel.standings().stream().filter(s -> s.verdict() == verdict).count();
  }

  private static Map<String, Object> flagged(Standing standing) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("centre", standing.centre());
    row.put("rule", standing.measure().rule().id());
    row.put("severity", standing.measure().rule().severity().code());
    row.put("title", Page.text(standing.measure().title()));
    row.put("verdict", Page.text(standing.verdict().title()));
    row.put("counted", counted(standing));
    row.put("elsewhere", elsewhere(standing));
    row.put("limits", limits(standing));
    row.put("because", Page.text(standing.measure().rule().because()));
    return row;
  }

  /** The count with its denominator: {@code 12 / 22 (54.5 %)}, which breaks only in its middle. */
  static String counted(Standing standing) {
    return switch (standing.measure().method()) {
      case SHARE, DIGITS ->
          String.format(
              Locale.ROOT,
              "%.0f\u00a0/\u00a0%.0f (%.1f\u00a0%%)",
              standing.count().of(),
              standing.count().in(),
              100 * standing.count().share());
      case COMPLETENESS ->
          String.format(
              Locale.ROOT,
              "%.1f\u00a0/\u00a0%.1f (%.1f\u00a0%%)",
              standing.count().of(),
              standing.count().in(),
              100 * standing.count().share());
      case RATIO ->
          String.format(
              Locale.ROOT,
              "%.0f\u00a0/\u00a0%.1f (%.2f)",
              standing.count().of(),
              standing.count().in(),
              standing.count().share());
    };
  }

  private static String elsewhere(Standing standing) {
    return switch (standing.measure().method()) {
      case SHARE, DIGITS ->
          String.format(
              Locale.ROOT,
              "%.0f\u00a0/\u00a0%.0f (%.1f\u00a0%%)",
              standing.elsewhere().of(),
              standing.elsewhere().in(),
              100 * standing.elsewhere().share());
      case COMPLETENESS ->
          String.format(
              Locale.ROOT,
              "%.1f\u00a0/\u00a0%.1f (%.1f\u00a0%%)",
              standing.elsewhere().of(),
              standing.elsewhere().in(),
              100 * standing.elsewhere().share());
      case RATIO -> "1";
    };
  }

  private static String limits(Standing standing) {
    boolean ratio = standing.measure().method() == Measure.Method.RATIO;
    return standing
        .band()
        .map(
            band ->
                String.format(
                    Locale.ROOT,
                    ratio ? "%.2f – %.2f" : "%.1f – %.1f %%",
                    (ratio ? 1 : 100) * band.limits998().lower(),
                    (ratio ? 1 : 100) * band.limits998().upper()))
        .or(
            () ->
                standing
                    .p()
                    .map(p -> String.format(Locale.ROOT, p < 1e-4 ? "P = %.0e" : "P = %.4f", p)))
        .orElse("–");
  }

  /** Follow-up of each centre: in all and by arm. */
  private static List<Map<String, Object>> followUp(Compared compared) {
    Map<String, List<Standing>> byCentre = new TreeMap<>();
    compared.standings().stream()
        .filter(s -> s.measure().method() == Measure.Method.COMPLETENESS)
        .filter(s -> s.count().in() > 0)
        .forEach(s -> byCentre.computeIfAbsent(s.centre(), c -> new ArrayList<>()).add(s));
    List<Map<String, Object>> rows = new ArrayList<>();
    byCentre.forEach(
        (centre, standings) ->
            rows.add(
                Map.of(
                    "centre",
                    centre,
                    "cells",
                    measures(compared).stream().map(m -> cell(standings, m)).toList())));
    return rows;
  }

  private static List<String> measures(Compared compared) {
    return compared.standings().stream()
        .filter(s -> s.measure().method() == Measure.Method.COMPLETENESS)
        .map(s -> s.measure().id())
        .distinct()
        .toList();
  }

  private static Map<String, Object> cell(List<Standing> standings, String measure) {
    return standings.stream()
        .filter(s -> s.measure().id().equals(measure))
        .findFirst()
        .map(
            s ->
                Map.<String, Object>of(
                    "shown",
                    counted(s),
                    "width",
                    Math.round(100 * s.count().share()),
                    "kind",
                    s.verdict().isFlagged() ? "warning" : "info"))
        .orElse(Map.of("shown", "–", "width", 0L, "kind", "none"));
  }
}
