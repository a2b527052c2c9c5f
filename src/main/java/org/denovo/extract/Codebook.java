package org.denovo.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.denovo.record.Answer;
import org.denovo.record.Derived;
import org.denovo.record.Field;
import org.denovo.record.Variable;

/**
 * What each column of a cohort's files means, by which rule and from which fields it came about,
 * what published dictionaries call it, and how often it has no value and why. The reasons and the
 * equivalents stand beside the value's first column. Where small counts are hidden, so is what
 * would give them away.
 */
final class Codebook {

  /** The place of a value's count behind those of the reasons why there is none. */
  static final int KNOWN = Column.REASONS.size();

  static final int STATES = KNOWN + 1;

  private final CohortColumns columns;
  private final Disclosure disclosure;
  private final int[] coded;
  private final Map<Variable<?>, long[]> counts = new LinkedHashMap<>();
  private final List<Map<String, long[]>> byCell = new ArrayList<>();

  Codebook(CohortColumns columns, Disclosure disclosure) {
    this.columns = columns;
    this.disclosure = disclosure;
    for (Column column : columns.columns()) {
      byCell.add(column.levels().isEmpty() ? Map.of() : new HashMap<>());
    }
    this.coded =
        IntStream.range(0, byCell.size())
            .filter(i -> !columns.columns().get(i).levels().isEmpty())
            .toArray();
    columns.variables().forEach(variable -> counts.put(variable, new long[STATES]));
  }

  /** Counts a member's answers, in the order of the cohort's variables, and the codes of a row. */
  void add(List<Answer<?>> answers, List<String> row) {
    for (int column : coded) {
      String cell = row.get(column);
      if (!cell.isEmpty()) {
        byCell.get(column).computeIfAbsent(cell, codes -> new long[1])[0]++;
      }
    }
    int i = 0;
    for (long[] count : counts.values()) {
      count[state(answers.get(i++))]++;
    }
  }

  /**
   * Writes it.
   *
   * @param files the cohort's own first
   * @param hiding variables of which the baseline table hides a count
   */
  void write(Path file, List<DataFile> files, Set<String> hiding) {
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
                "fields"));
    for (Dictionary dictionary : Dictionary.values()) {
      header.add(dictionary.column());
    }
    header.addAll(List.of("equivalents_from", "n_rows", "n_filled", "n_by_code", "n_known"));
    Column.REASONS.forEach(reason -> header.add("n_" + reason.code()));
    try (CsvFile csv = new CsvFile(file, header)) {
      Variable<?> last = null;
      DataFile cohort = files.get(0);
      for (int i = 0; i < cohort.columns().size(); i++) {
        CohortColumns.Placed each = columns.placed().get(i);
        Variable<?> variable = each.variable().orElse(null);
        boolean isValue = variable != null && variable != last;
        csv.row(
            row(
                cohort,
                i,
                each.block().code(),
                each.variable(),
                isValue,
                shown(i, isValue, hiding)));
        last = variable;
      }
      for (DataFile other : files.subList(1, files.size())) {
        for (int i = 0; i < other.columns().size(); i++) {
          csv.row(row(other, i, "", Optional.empty(), false, Shown.NOTHING));
        }
      }
    }
  }

  /**
   * A column's row.
   *
   * @param isValue whether it is its variable's first column, beside which the counts stand
   */
  private List<String> row(
      DataFile file,
      int index,
      String block,
      Optional<Variable<?>> variable,
      boolean isValue,
      Shown shown) {
    Column column = file.columns().get(index);
    List<String> row = new ArrayList<>();
    row.add(file.name());
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
    addEquivalents(equivalents(column, variable, isValue), row);
    row.add(open(file.rows()));
    row.add(open(file.filled(index)));
    row.add(shown.codes());
    row.addAll(shown.states());
    return row;
  }

  /** The counts of a column, as they may be shown. */
  private record Shown(String codes, List<String> states) {

    static final Shown NOTHING = new Shown("", Collections.nCopies(STATES, ""));
  }

  /** How often each code stands in a cell of a column, alone or with others. */
  private Map<String, Long> byCode(int column) {
    Map<String, Long> codes = new LinkedHashMap<>();
    columns.columns().get(column).levels().forEach(level -> codes.put(level.code(), 0L));
    byCell
        .get(column)
        .forEach(
            (cell, count) -> {
              for (String code : cell.split(";")) {
                codes.merge(code, count[0], Long::sum);
              }
            });
    return codes;
  }

  /** A count that other tables may hide. */
  private String open(long count) {
    return disclosure.threshold() == 0 ? Long.toString(count) : Disclosure.HIDDEN;
  }

  private Shown shown(int column, boolean isValue, Set<String> hiding) {
    Map<String, Long> codes = byCode(column);
    if (!isValue) {
      return new Shown(listed(codes, code -> disclosure.threshold() > 0), Shown.NOTHING.states());
    }
    Variable<?> variable = columns.placed().get(column).variable().orElseThrow();
    long[] states = counts.get(variable);
    boolean isHidden = disclosure.threshold() > 0 && hiding.contains(variable.name());
    Optional<boolean[]> parts = isHidden ? Optional.empty() : disclosure.hide(states);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      int state = (i + KNOWN) % STATES;
      shown.add(disclosure.show(states[state], parts.isEmpty() || parts.get()[state]));
    }
    boolean isOneOf = columns.columns().get(column).kind() == Column.Kind.CODE;
    long known = states[KNOWN];
    boolean isSafe = !isHidden && (!isOneOf || isSafe(codes, Arrays.stream(states).sum() - known));
    return new Shown(
        listed(
            codes, code -> !isSafe || disclosure.isSmall(code) || disclosure.isSmall(known - code)),
        shown);
  }

  /** True if no count of codes that exclude each other has to be hidden. */
  private boolean isSafe(Map<String, Long> codes, long missing) {
    return !disclosure.isSmall(missing)
        && codes.values().stream().noneMatch(code -> disclosure.isSmall(code));
  }

  /** How often each code of the cohort's column is there, those that never are left out. */
  private String listed(Map<String, Long> codes, LongPredicate isHidden) {
    return codes.entrySet().stream()
        .filter(code -> code.getValue() > 0)
        .map(
            code ->
                code.getKey()
                    + " = "
                    + (isHidden.test(code.getValue())
                        ? Disclosure.HIDDEN
                        : Long.toString(disclosure.rounded(code.getValue()))))
        .collect(Collectors.joining("; "));
  }

  private static void addOrigin(Optional<Variable<?>> variable, List<String> row) {
    if (variable.isPresent() && variable.get() instanceof Derived<?> derived) {
      row.addAll(List.of(derived.rule(), Integer.toString(derived.version()), derived.source()));
    } else {
      row.addAll(List.of("", "", ""));
    }
    row.add(
        variable.stream()
            .flatMap(own -> own.fields().stream())
            .map(Field::name)
            .collect(Collectors.joining(";")));
  }

  private static Map<Dictionary, String> equivalents(
      Column column, Optional<Variable<?>> variable, boolean isValue) {
    if (variable.isEmpty()) {
      return Dictionary.ofColumn(column.name());
    }
    return isValue && variable.get() instanceof Field<?> field
        ? Dictionary.of(field.standard())
        : Map.of();
  }

  private static void addEquivalents(Map<Dictionary, String> equivalents, List<String> row) {
    for (Dictionary dictionary : Dictionary.values()) {
      row.add(equivalents.getOrDefault(dictionary, ""));
    }
    row.add(
        Arrays.stream(Dictionary.values())
            .filter(equivalents::containsKey)
            .map(Dictionary::edition)
            .collect(Collectors.joining("; ")));
  }

  /** What an answer counts as. */
  static int state(Answer<?> answer) {
    if (answer.isKnown()) {
      return KNOWN;
    }
    return answer instanceof Answer.Absent<?> absent ? absent.why().ordinal() : KNOWN - 1;
  }
}
