package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;
import org.denovo.analysis.HazardRatio;
import org.denovo.analysis.Varied;
import org.denovo.cohort.Sensitivity.Choice;

/**
 * An estimate of a design under a variant a row: {@code sensitivity.csv}. Variant 0 is the base
 * case; a choice that the grid does not vary is empty.
 */
final class SensitivityCsv {

  private SensitivityCsv() {}

  static void write(Path file, List<Varied> grid, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(file, header())) {
      for (int number = 0; number < grid.size(); number++) {
        Varied varied = grid.get(number);
        for (Comparison comparison : varied.comparisons()) {
          for (HazardRatio ratio : comparison.hazardRatios()) {
            csv.row(row(number, varied, comparison, ratio, disclosure));
          }
        }
      }
    }
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("variant", "base"));
    Arrays.stream(Choice.values()).map(Choice::code).forEach(header::add);
    header.addAll(
        List.of(
            "members",
            "endpoint",
            "design",
            "n_unexposed",
            "events_unexposed",
            "n_exposed",
            "events_exposed",
            "method",
            "hazard_ratio",
            "lower",
            "upper",
            "p",
            "state",
            "says_zh",
            "says_en"));
    return header;
  }

  private static List<String> row(
      int number, Varied varied, Comparison comparison, HazardRatio ratio, Disclosure disclosure) {
    int decimals = disclosure.decimals();
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(number));
    row.add(DesignRows.flag(varied.variant().isBase()));
    for (Choice choice : Choice.values()) {
      row.add(varied.variant().choices().getOrDefault(choice, ""));
    }
    row.add(varied.members() < 0 ? disclosure.small() : Long.toString(varied.members()));
    row.add(comparison.endpoint().name());
    row.add(comparison.view().code());
    for (int group = 0; group < 2; group++) {
      boolean isShown = !comparison.isWithheld();
      Curve curve = isShown ? comparison.curves().get(group) : null;
      row.add(isShown ? Long.toString(curve.patients()) : "");
      row.add(isShown ? Long.toString(curve.events()) : "");
    }
    row.add(ratio.code());
    row.add(Numbers.text(ratio.ratio(), decimals));
    row.add(Numbers.text(ratio.lower(), decimals));
    row.add(Numbers.text(ratio.upper(), decimals));
    row.add(Numbers.probability(ratio.p(), decimals));
    row.add(ratio.state().code());
    row.add(ratio.isEstimated() ? ratio.method().zh() : ratio.state().title().zh());
    row.add(ratio.isEstimated() ? ratio.method().en() : ratio.state().title().en());
    return row;
  }
}
