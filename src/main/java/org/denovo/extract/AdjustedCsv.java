package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.analysis.Adjusted;
import org.denovo.statistics.ChiSquare;

/**
 * What stands beside the exposure in each adjusted model, a level or measured value a row: {@code
 * adjusted.csv}. {@code place} says of each whether it is estimated, the reference, or why neither.
 */
final class AdjustedCsv {

  private static final List<String> HEADER =
      List.of(
          "endpoint",
          "design",
          "variable",
          "label_zh",
          "label_en",
          "level",
          "level_zh",
          "level_en",
          "place",
          "n",
          "n_miss",
          "hazard_ratio",
          "lower",
          "upper",
          "p",
          "zph_chi_square",
          "zph_df",
          "zph_p",
          "says_zh",
          "says_en");

  private AdjustedCsv() {}

  static void write(Path file, List<Adjusted> models, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(file, HEADER)) {
      for (Adjusted model : models) {
        model.terms().forEach(term -> csv.row(row(model, term, disclosure)));
      }
    }
  }

  private static List<String> row(Adjusted model, Adjusted.Term term, Disclosure disclosure) {
    int decimals = disclosure.decimals();
    List<String> row = new ArrayList<>();
    row.add(model.comparison().endpoint().name());
    row.add(model.comparison().view().code());
    row.add(term.variable().name());
    row.add(term.variable().title().zh());
    row.add(term.variable().title().en());
    row.add(term.level());
    row.add(term.levelTitle().zh());
    row.add(term.levelTitle().en());
    row.add(term.place().code());
    row.add(count(term.patients()));
    row.add(count(term.missing()));
    row.add(Numbers.text(term.ratio().ratio(), decimals));
    row.add(Numbers.text(term.ratio().lower(), decimals));
    row.add(Numbers.text(term.ratio().upper(), decimals));
    row.add(Numbers.probability(term.ratio().p(), decimals));
    row.add(term.proportional().map(t -> Numbers.text(t.statistic(), decimals)).orElse(""));
    row.add(term.proportional().map(t -> Integer.toString(t.degreesOfFreedom())).orElse(""));
    row.add(
        term.proportional()
            .map(ChiSquare::p)
            .map(p -> Numbers.probability(p, decimals))
            .orElse(""));
    row.add(term.place().title().zh());
    row.add(term.place().title().en());
    return row;
  }

  private static String count(long count) {
    return count < 0 ? Disclosure.HIDDEN : Long.toString(count);
  }
}
