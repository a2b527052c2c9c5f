package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.analysis.Comparison;
import org.denovo.analysis.Curve;

/** The steps of an endpoint's survival curves, design by design: {@code km_<endpoint>.csv}. */
final class CurvesCsv {

  private static final List<String> HEADER =
      List.of(
          "design",
          "group",
          "group_zh",
          "group_en",
          "time",
          "n_risk",
          "n_event",
          "n_censored",
          "survival",
          "se",
          "lower",
          "upper");

  private CurvesCsv() {}

  static void write(Path file, List<Comparison> comparisons, Disclosure disclosure) {
    int decimals = disclosure.decimals();
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      for (Comparison comparison : comparisons) {
        for (int group = 0; group < comparison.curves().size(); group++) {
          for (Curve.Point point : comparison.curves().get(group).points()) {
            List<String> row = new ArrayList<>(group(comparison, group));
            row.add(Numbers.text(point.time(), 4));
            row.add(Long.toString(point.atRisk()));
            row.add(Long.toString(point.events()));
            row.add(point.censored() < 0 ? Disclosure.HIDDEN : Long.toString(point.censored()));
            row.add(Numbers.text(point.survival(), decimals));
            row.add(Numbers.text(point.error(), decimals));
            row.add(Numbers.text(point.lower(), decimals));
            row.add(Numbers.text(point.upper(), decimals));
            csv.row(row);
          }
        }
      }
    }
  }

  /** The cells that name a comparison's group. */
  static List<String> group(Comparison comparison, int group) {
    return List.of(
        comparison.view().code(),
        Integer.toString(group),
        comparison.view().groups().get(group).zh(),
        comparison.view().groups().get(group).en());
  }
}
