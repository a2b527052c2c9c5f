package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.denovo.record.Answer;
import org.denovo.record.Variable;

/**
 * How many members of each centre have no value of a variable, and why: {@code missingness.csv}.
 * Small counts are hidden and others rounded, because what the centres add up to is in the baseline
 * table.
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
    // Of few patients even a zero says something of each.
    boolean few = disclosure.isSmall(n);
    long known = counts[Codebook.KNOWN];
    List<String> row = new ArrayList<>();
    row.add(variable.name());
    row.add(variable.title().zh());
    row.add(variable.title().en());
    row.add(centre);
    row.add(disclosure.rounded(n));
    row.add(few ? Disclosure.HIDDEN : disclosure.rounded(known));
    for (int reason = 0; reason < Column.REASONS.size(); reason++) {
      row.add(few ? Disclosure.HIDDEN : disclosure.rounded(counts[reason]));
    }
    boolean isHidden = few || disclosure.isSmall(known) || disclosure.isSmall(n - known);
    row.add(isHidden ? "" : Numbers.percent(disclosure.toFive(n - known), disclosure.toFive(n)));
    return row;
  }
}
