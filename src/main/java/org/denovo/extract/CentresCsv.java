package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.denovo.comparison.Compared;
import org.denovo.comparison.Standing;
import org.denovo.comparison.Standing.Band;
import org.denovo.statistics.FunnelLimits;

/**
 * {@code quality/centres.csv}: how each centre stands among the others in each measure, judged or
 * not and why. Shares are from 0 to 1; of deaths the denominator is the number expected, of
 * follow-up both are patient-years. It is for the registry itself: small counts are not masked.
 */
public final class CentresCsv {

  private static final int DECIMALS = 4;

  private CentresCsv() {}

  /** Writes the file. */
  public static void write(Path file, Compared compared) {
    try (CsvFile csv =
        new CsvFile(
            file,
            List.of(
                "measure",
                "centre",
                "rule_id",
                "numerator",
                "denominator",
                "share",
                "others_numerator",
                "others_denominator",
                "expected",
                "lower_95",
                "upper_95",
                "lower_99_8",
                "upper_99_8",
                "phi",
                "widened",
                "p_adjusted",
                "judged",
                "why_not",
                "verdict",
                "flagged"))) {
      compared.standings().forEach(standing -> csv.row(row(standing)));
    }
  }

  private static List<String> row(Standing standing) {
    Optional<Band> band = standing.band();
    boolean judged = standing.verdict().isJudged();
    return List.of(
        standing.measure().id(),
        standing.centre(),
        standing.measure().rule().id(),
        number(standing.count().of()),
        number(standing.count().in()),
        number(standing.count().share()),
        number(standing.elsewhere().of()),
        number(standing.elsewhere().in()),
        band.map(b -> number(b.expected())).orElse(number(standing.elsewhere().share())),
        limit(band.map(Band::limits95).map(FunnelLimits::lower)),
        limit(band.map(Band::limits95).map(FunnelLimits::upper)),
        limit(band.map(Band::limits998).map(FunnelLimits::lower)),
        limit(band.map(Band::limits998).map(FunnelLimits::upper)),
        limit(band.map(Band::phi)),
        band.map(b -> flag(b.widened())).orElse(""),
        standing.p().map(p -> Numbers.probability(p, 3)).orElse(""),
        flag(judged),
        judged ? "" : standing.verdict().code(),
        judged ? standing.verdict().code() : "",
        flag(standing.verdict().isFlagged()));
  }

  private static String flag(boolean yes) {
    return yes ? "1" : "0";
  }

  private static String limit(Optional<Double> value) {
    return value.map(CentresCsv::number).orElse("");
  }

  private static String number(double value) {
    return Numbers.text(value, DECIMALS);
  }
}
