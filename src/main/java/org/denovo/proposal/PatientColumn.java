package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.mapping.PatientNumber;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/**
 * The column of a table that holds the patients' numbers.
 *
 * @param score how likely it is to be the one, as log-odds
 * @param rowsPerPatient 1 where each patient has one row
 */
record PatientColumn(ColumnScan column, double score, Set<String> numbers, double rowsPerPatient) {

  private static final double BY_HEADER_ONLY = 1.0;
  private static final double ROW_NUMBER = -1.5;

  /** Only where nothing else numbers the patients, but sooner than the rows' own count. */
  private static final double IDENTITY = -1.4;

  /** The number that a study gives goes before a hospital's, which is hidden. */
  private static final List<String> OF_THE_STUDY =
      HeaderData.texts(HeaderData.read("concepts").get("study").orElseThrow());

  private static final double STUDY = 1.5;

  private static final double UNNAMED = -2.5;

  /** Numbers of one form under a header that says nothing: sooner than who somebody is. */
  private static final double ONE_FORM = -1.3;

  private static final double UNIQUE = 1.0;
  private static final double GAPS = -3.0;
  private static final double JOINS = 4.0;

  /**
   * The patient column of each table, chosen so that the tables join; none for a table that has
   * nothing like it. The first is the table that the others are joined to.
   */
  static Map<TableScan, PatientColumn> choose(
      List<TableScan> tables, Map<ColumnScan, Evidence> evidence) {
    Map<TableScan, List<PatientColumn>> options = new IdentityHashMap<>();
    for (TableScan table : tables) {
      List<PatientColumn> own = new ArrayList<>();
      for (ColumnScan column : table.columns()) {
        option(evidence.get(column)).ifPresent(own::add);
      }
      options.put(table, own);
    }
    Map<TableScan, PatientColumn> best = Map.of();
    double most = -Double.MAX_VALUE;
    for (TableScan main : tables) {
      for (PatientColumn candidate : options.get(main)) {
        Map<TableScan, PatientColumn> chosen = join(main, candidate, tables, options);
        double sum =
            chosen.entrySet().stream()
                .mapToDouble(e -> e.getValue().score() + JOINS * candidate.overlap(e.getValue()))
                .sum();
        // The main table has a row a patient, and most patients.
        sum += Math.log(1 + candidate.numbers().size()) - 2 * (candidate.rowsPerPatient() - 1);
        if (sum > most + 1e-9) {
          most = sum;
          best = chosen;
        }
      }
    }
    return best;
  }

  private static Map<TableScan, PatientColumn> join(
      TableScan main,
      PatientColumn candidate,
      List<TableScan> tables,
      Map<TableScan, List<PatientColumn>> options) {
    Map<TableScan, PatientColumn> chosen = new IdentityHashMap<>();
    chosen.put(main, candidate);
    for (TableScan table : tables) {
      if (table != main) {
        options.get(table).stream()
            .max(
                java.util.Comparator.comparingDouble(o -> o.score() + JOINS * candidate.overlap(o)))
            .ifPresent(o -> chosen.put(table, o));
      }
    }
    return chosen;
  }

  private double overlap(PatientColumn other) {
    long same = other.numbers.stream().filter(numbers::contains).count();
    return other.numbers.isEmpty() ? 0 : (double) same / other.numbers.size();
  }

  private static Optional<PatientColumn> option(Evidence evidence) {
    ColumnScan column = evidence.column();
    int filled = column.filled();
    Set<String> numbers = new HashSet<>();
    Set<String> once = new HashSet<>();
    int rows = 0;
    for (SourceCell cell : column.cells()) {
      Optional<String> number = PatientNumber.of(cell);
      rows += number.isPresent() ? 1 : 0;
      number.ifPresent(numbers::add);
      // A patient may stand in every year's workbook; each is read by itself.
      number.ifPresent(n -> once.add(cell.place().workbook() + "\n" + n));
    }
    if (numbers.size() < Math.min(2, column.cells().size()) || numbers.isEmpty()) {
      return Optional.empty();
    }
    double score = header(evidence);
    boolean dates = column.kinds().getOrDefault(Kind.DATE, 0) > filled / 2;
    boolean unique = once.size() > 0.97 * filled;
    if (score < -5 || dates || score == UNNAMED && !unique) {
      return Optional.empty();
    }
    if (score == UNNAMED && evidence.identity().isEmpty() && areOfOneForm(numbers)) {
      score = ONE_FORM;
    }
    score += unique ? UNIQUE : 0;
    score += filled < 0.9 * column.cells().size() ? GAPS : 0;
    return Optional.of(new PatientColumn(column, score, numbers, (double) rows / once.size()));
  }

  /** True if every number has its letters and digits in the same places, as what is counted on. */
  private static boolean areOfOneForm(Set<String> numbers) {
    Set<String> forms =
        numbers.stream().map(number -> number.replaceAll("[0-9]", "9")).collect(Collectors.toSet());
    return forms.size() == 1 && forms.iterator().next().matches("[^0-9.]*9{4,}");
  }

  private static double header(Evidence evidence) {
    Optional<Evidence.Option> best = evidence.best();
    if (evidence.identity().isPresent()) {
      return switch (evidence.identity().get().name()) {
        case "national_id" -> IDENTITY;
        case Target.OTHER_NUMBER -> UNNAMED;
        default -> -10;
      };
    }
    if (best.isEmpty()) {
      return UNNAMED;
    }
    Optional<Evidence.Option> number = evidence.option(Target.named(Target.PATIENT_NUMBER));
    if (number.isPresent() && number.get().score() >= best.get().score() - 1) {
      String label = Concepts.fold(evidence.column().leaf());
      double study = OF_THE_STUDY.stream().anyMatch(label::contains) ? STUDY : 0;
      return number.get().score() + BY_HEADER_ONLY + study;
    }
    return switch (best.get().target().name()) {
      case "row_number" -> ROW_NUMBER;
      case "national_id" -> IDENTITY;
      default -> best.get().score() < 0.5 ? UNNAMED : -10;
    };
  }
}
