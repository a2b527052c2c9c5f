package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.record.Answer;
import org.denovo.record.Variable;

/**
 * How many members of each centre have no value of a variable, and why: {@code missingness.csv}.
 * Small counts are hidden, and with them what would give them away along a centre or across
 * centres.
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

  /**
   * Writes it.
   *
   * @param hiding variables of which the baseline table hides a count; what the centres add up to
   *     would give it away
   */
  void write(Path file, Disclosure disclosure, Set<String> hiding) {
    List<String> header =
        new ArrayList<>(List.of("variable", "label_zh", "label_en", "center_pid", "n", "n_known"));
    Column.REASONS.forEach(reason -> header.add("n_" + reason.code()));
    header.add("pct_missing");
    List<String> centres = List.copyOf(byCentre.keySet());
    List<long[][]> counts = List.copyOf(byCentre.values());
    try (CsvFile csv = new CsvFile(file, header)) {
      for (int i = 0; i < variables.size(); i++) {
        int variable = i;
        long[][] table = counts.stream().map(each -> each[variable]).toArray(long[][]::new);
        Hidden hidden =
            hiding.contains(variables.get(i).name()) && disclosure.threshold() > 0
                ? Hidden.all(table, disclosure)
                : Hidden.of(table, disclosure);
        for (int centre = 0; centre < table.length; centre++) {
          csv.row(row(variables.get(i), centres.get(centre), table[centre], hidden, centre));
        }
      }
    }
  }

  /**
   * What is not shown of a table of centres by states. A reader may know every sum of a row and of
   * a column, the latter from other tables.
   */
  private record Hidden(boolean[] sizes, boolean[][] cells, Disclosure disclosure) {

    static Hidden of(long[][] table, Disclosure disclosure) {
      boolean[] sizes = hide(sizes(table), new boolean[table.length], disclosure);
      boolean[][] cells = new boolean[table.length][Codebook.STATES];
      for (int centre = 0; centre < table.length; centre++) {
        // Of few patients even a zero says something of each.
        Arrays.fill(cells[centre], disclosure.isSmall(sizes(table)[centre]));
      }
      Hidden hidden = new Hidden(sizes, cells, disclosure);
      boolean isMore = true;
      while (isMore) {
        isMore = hidden.hideRows(table) | hidden.hideColumns(table);
      }
      return hidden;
    }

    static Hidden all(long[][] table, Disclosure disclosure) {
      Hidden hidden = of(table, disclosure);
      for (boolean[] row : hidden.cells()) {
        Arrays.fill(row, true);
      }
      return hidden;
    }

    private boolean hideRows(long[][] table) {
      boolean isMore = false;
      for (int centre = 0; centre < table.length; centre++) {
        boolean[] more = hide(table[centre], cells[centre], disclosure);
        isMore |= !Arrays.equals(more, cells[centre]);
        cells[centre] = more;
      }
      return isMore;
    }

    private boolean hideColumns(long[][] table) {
      boolean isMore = false;
      for (int state = 0; state < Codebook.STATES; state++) {
        long[] parts = new long[table.length];
        boolean[] before = new boolean[table.length];
        for (int centre = 0; centre < table.length; centre++) {
          parts[centre] = table[centre][state];
          before[centre] = cells[centre][state];
        }
        boolean[] more = hide(parts, before, disclosure);
        isMore |= !Arrays.equals(more, before);
        for (int centre = 0; centre < table.length; centre++) {
          cells[centre][state] = more[centre];
        }
      }
      return isMore;
    }

    private static boolean[] hide(long[] parts, boolean[] before, Disclosure disclosure) {
      return disclosure
          .hide(parts, before)
          .orElseGet(
              () -> {
                boolean[] all = new boolean[parts.length];
                Arrays.fill(all, true);
                return all;
              });
    }

    private static long[] sizes(long[][] table) {
      return Arrays.stream(table).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    }

    /** Not even that a count is small, which many reasons at many centres together would tell. */
    String show(long count, int centre, int state) {
      return cells[centre][state] ? Disclosure.HIDDEN : Long.toString(disclosure.rounded(count));
    }
  }

  private static List<String> row(
      Variable<?> variable, String centre, long[] counts, Hidden hidden, int at) {
    long n = Arrays.stream(counts).sum();
    boolean few = hidden.disclosure().isSmall(n);
    long known = counts[Codebook.KNOWN];
    List<String> row = new ArrayList<>();
    row.add(variable.name());
    row.add(variable.title().zh());
    row.add(variable.title().en());
    row.add(centre);
    row.add(hidden.disclosure().show(n, hidden.sizes()[at]));
    row.add(few ? Disclosure.HIDDEN : hidden.show(known, at, Codebook.KNOWN));
    for (int reason = 0; reason < Column.REASONS.size(); reason++) {
      row.add(few ? Disclosure.HIDDEN : hidden.show(counts[reason], at, reason));
    }
    boolean givesAway = hidden.sizes()[at] || hidden.cells()[at][Codebook.KNOWN];
    row.add(givesAway ? "" : hidden.disclosure().percent(n - known, n));
    return row;
  }
}
