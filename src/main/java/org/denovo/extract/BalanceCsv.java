package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.denovo.analysis.Balance;
import org.denovo.analysis.Weighting;

/**
 * How far the groups of each landmark lie apart before and after weighting: {@code balance.csv};
 * and how far their propensity scores overlap: {@code overlap.csv}.
 */
final class BalanceCsv {

  private static final List<String> BALANCE =
      List.of(
          "design",
          "variable",
          "label_zh",
          "label_en",
          "level",
          "level_zh",
          "level_en",
          "smd_unadj",
          "smd_adj",
          "var_ratio_unadj",
          "var_ratio_adj",
          "n_miss",
          "in_model");

  private static final List<String> OVERLAP =
      List.of("design", "score_from", "score_to", "n_unexposed", "n_exposed");

  private BalanceCsv() {}

  static void write(Path directory, List<Weighting> weightings, Disclosure disclosure) {
    try (CsvFile csv = new CsvFile(directory.resolve("balance.csv"), BALANCE)) {
      for (Weighting weighting : weightings) {
        weighting.balances().forEach(each -> csv.row(row(weighting, each, disclosure)));
      }
    }
    try (CsvFile csv = new CsvFile(directory.resolve("overlap.csv"), OVERLAP)) {
      for (Weighting weighting : weightings) {
        weighting.overlap().forEach(bin -> csv.row(row(weighting, bin, disclosure)));
      }
    }
  }

  private static List<String> row(Weighting weighting, Balance balance, Disclosure disclosure) {
    List<String> row = new ArrayList<>();
    row.add(weighting.comparison().view().code());
    row.add(balance.variable().name());
    row.add(balance.variable().title().zh());
    row.add(balance.variable().title().en());
    row.add(balance.level());
    row.add(balance.levelTitle().zh());
    row.add(balance.levelTitle().en());
    row.add(number(balance.before(), disclosure));
    row.add(weighting.isEstimated() ? number(balance.after(), disclosure) : "");
    row.add(number(balance.ratioBefore(), disclosure));
    row.add(weighting.isEstimated() ? number(balance.ratioAfter(), disclosure) : "");
    row.add(balance.missing() < 0 ? Disclosure.HIDDEN : disclosure.show(balance.missing(), false));
    row.add(DesignRows.flag(balance.isInModel()));
    return row;
  }

  private static List<String> row(Weighting weighting, Weighting.Bin bin, Disclosure disclosure) {
    return List.of(
        weighting.comparison().view().code(),
        Numbers.text(bin.from(), 1),
        Numbers.text(bin.to(), 1),
        count(bin.unexposed(), disclosure),
        count(bin.exposed(), disclosure));
  }

  private static String count(long count, Disclosure disclosure) {
    return count < 0 ? disclosure.small() : Long.toString(count);
  }

  private static String number(OptionalDouble value, Disclosure disclosure) {
    return value.isEmpty() ? "" : Numbers.text(value.getAsDouble(), disclosure.decimals());
  }
}
