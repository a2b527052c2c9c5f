package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.denovo.record.Answer;
import org.denovo.record.Variable;

/**
 * How many members of each centre have no value of a variable, and why: {@code missingness.csv}.
 * Small counts are hidden, and with them what would give them away.
 */
final class Missingness {

  private final List<Variable<?>> variables;
  private final Map<String, long[][]> byCentre = new TreeMap<>();

  Missingness(List<Variable<?>> variables) {
    this.variables = List.copyOf(variables);
  }

  /** Counts a member's answers, in the order of the variables. */
  void add(String centrePid, List<Answer<?>> answers) {
    long[][] counts =
        byCentre.computeIfAbsent(centrePid, centre -> new long[variables.size()][Codebook.STATES]);
    for (int i = 0; i < counts.length; i++) {
      counts[i][Codebook.state(answers.get(i))]++;
    }
  }

  void write(Path file, Disclosure disclosure) {
    List<String> header =
        new ArrayList<>(List.of("variable", "label_zh", "label_en", "center_pid", "n", "n_known"));
    Column.REASONS.forEach(reason -> header.add("n_" + reason.code()));
    header.add("pct_missing");
    try (CsvFile csv = new CsvFile(file, header)) {
      for (int i = 0; i < variables.size(); i++) {
        int variable = i;
        byCentre.forEach(
            (centre, counts) ->
                csv.row(row(variables.get(variable), centre, counts[variable], disclosure)));
      }
    }
  }

  private static List<String> row(
      Variable<?> variable, String centre, long[] counts, Disclosure disclosure) {
    long n = 0;
    for (long count : counts) {
      n += count;
    }
    boolean isSmall = disclosure.isSmall(n);
    Optional<boolean[]> hidden = isSmall ? Optional.empty() : disclosure.hide(counts);
    long known = counts[Codebook.KNOWN];
    List<String> row = new ArrayList<>();
    row.add(variable.name());
    row.add(variable.title().zh());
    row.add(variable.title().en());
    row.add(centre);
    row.add(hidden.isPresent() ? Long.toString(n) : disclosure.show(n, true));
    row.add(shown(counts, Codebook.KNOWN, hidden, disclosure));
    for (int reason = 0; reason < Column.REASONS.size(); reason++) {
      row.add(shown(counts, reason, hidden, disclosure));
    }
    boolean givesAway = hidden.isEmpty() || hidden.get()[Codebook.KNOWN];
    row.add(givesAway ? "" : Numbers.percent(n - known, n));
    return row;
  }

  private static String shown(
      long[] counts, int at, Optional<boolean[]> hidden, Disclosure disclosure) {
    return hidden.isPresent() ? disclosure.show(counts[at], hidden.get()[at]) : Disclosure.HIDDEN;
  }
}
