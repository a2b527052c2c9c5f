package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.Variable;

/**
 * What each column of a cohort's files means, by which rule it came about, and how often it has no
 * value and why. The counts stand beside the value's first column.
 */
final class Codebook {

  /** The place of a value's count behind those of the reasons why there is none. */
  static final int KNOWN = Column.REASONS.size();

  static final int STATES = KNOWN + 1;

  private final CohortColumns columns;
  private final Map<Variable<?>, long[]> counts = new LinkedHashMap<>();

  Codebook(CohortColumns columns) {
    this.columns = columns;
    columns.variables().forEach(variable -> counts.put(variable, new long[STATES]));
  }

  /** Counts a member's answers, in the order of the cohort's variables. */
  void add(List<Answer<?>> answers) {
    int i = 0;
    for (long[] count : counts.values()) {
      count[state(answers.get(i++))]++;
    }
  }

  /**
   * Writes it.
   *
   * @param others the columns of the files beside the cohort's own and {@code adtte.csv}
   */
  void write(Path file, Map<String, List<Column>> others) {
    List<String> header =
        new ArrayList<>(
            List.of(
                "file",
                "name",
                "block",
                "label_zh",
                "label_en",
                "type",
                "unit",
                "codes",
                "rule",
                "rule_version",
                "source",
                "standard",
                "n_known"));
    Column.REASONS.forEach(reason -> header.add("n_" + reason.code()));
    try (CsvFile csv = new CsvFile(file, header)) {
      Variable<?> last = null;
      for (CohortColumns.Placed each : columns.placed()) {
        Variable<?> variable = each.variable().orElse(null);
        boolean first = variable != null && variable != last;
        csv.row(
            row(
                "cohort.csv",
                each.column(),
                each.block().code(),
                each.variable(),
                first ? Optional.of(counts.get(variable)) : Optional.empty()));
        last = variable;
      }
      for (Column column : EventTimes.columns()) {
        csv.row(row("adtte.csv", column, "", Optional.empty(), Optional.empty()));
      }
      others.forEach(
          (name, columns) ->
              columns.forEach(
                  column -> csv.row(row(name, column, "", Optional.empty(), Optional.empty()))));
    }
  }

  private static List<String> row(
      String file,
      Column column,
      String block,
      Optional<Variable<?>> variable,
      Optional<long[]> counts) {
    List<String> row = new ArrayList<>();
    row.add(file);
    row.add(column.name());
    row.add(block);
    row.add(column.title().zh());
    row.add(column.title().en());
    row.add(column.kind().name().toLowerCase(Locale.ROOT));
    row.add(column.unit());
    row.add(
        column.levels().stream()
            .map(level -> level.code() + " = " + level.title().zh() + " / " + level.title().en())
            .collect(Collectors.joining("; ")));
    addOrigin(variable, row);
    row.add(counts.map(n -> Long.toString(n[KNOWN])).orElse(""));
    for (int i = 0; i < KNOWN; i++) {
      int reason = i;
      row.add(counts.map(n -> Long.toString(n[reason])).orElse(""));
    }
    return row;
  }

  private static void addOrigin(Optional<Variable<?>> variable, List<String> row) {
    if (variable.isPresent() && variable.get() instanceof Derived<?> derived) {
      row.addAll(
          List.of(derived.rule(), Integer.toString(derived.version()), derived.source(), ""));
    } else if (variable.isPresent() && variable.get() instanceof Field<?> field) {
      row.addAll(List.of("", "", "", field.standard()));
    } else {
      row.addAll(List.of("", "", "", ""));
    }
  }

  /** What an answer counts as. */
  static int state(Answer<?> answer) {
    if (answer.isKnown()) {
      return KNOWN;
    }
    return answer instanceof Answer.Absent<?> absent ? absent.why().ordinal() : KNOWN - 1;
  }
}
