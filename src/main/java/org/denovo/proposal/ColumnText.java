package org.denovo.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Topic;

/** A column's line in a mapping file, and the comment for the person who has to check it. */
final class ColumnText {

  private static final int SAMPLES = 3;

  /** What is left open is no surer than that, whatever its header and its cells say. */
  private static final double LEFT_OPEN = 0.69;

  private static final int LONGEST_SAMPLE = 14;
  private static final int LONGEST_WORD = 8;

  private static final Pattern DATE =
      Pattern.compile("((?:19|20)[0-9]{2})[-/.年]?[0-9]{1,2}[-/.月]?[0-9]{0,2}日?(?:[ T].*)?");

  /** From this share of values on a column is one of dates. */
  private static final double MOST_DATES = 0.8;

  private ColumnText() {}

  /** The entry of a column; behind # if nothing is read from it. */
  static String entry(ColumnDraft column) {
    String key = DraftYaml.key(column.scan().key());
    return column.isMapped() ? key + ": " + means(column) : "# " + key + ": ?";
  }

  private static String means(ColumnDraft column) {
    ColumnDraft.Options options = column.options();
    List<String> more = new ArrayList<>();
    String name = column.target().orElseThrow().name();
    if (!options.unit().isEmpty()) {
      more.add("unit: " + options.unit());
    }
    if (!options.codes().isEmpty()) {
      more.add(
          options.codes().entrySet().stream()
              .map(e -> code(e.getKey()) + ": " + value(e.getValue()))
              .collect(Collectors.joining(", ", "codes: {", "}")));
    }
    if (!options.splitOn().isEmpty()) {
      more.add("split-on: \"" + options.splitOn() + "\"");
    }
    if (options.dateOrder() != Meaning.DateOrder.UNDECLARED) {
      more.add("date-order: " + options.dateOrder().name().toLowerCase(Locale.ROOT));
    }
    if (!options.take().isEmpty()) {
      more.add("take: " + takeText(options.take()));
    }
    return more.isEmpty() ? name : "{field: " + name + ", " + String.join(", ", more) + "}";
  }

  private static String takeText(String take) {
    return take.matches("[\\p{IsHan}A-Za-z0-9_ ]+") ? take : DraftYaml.quoted(take);
  }

  /** The comment for the person who checks it: what it is taken for, how surely, a few values. */
  static String about(ColumnDraft column) {
    List<String> parts = new ArrayList<>();
    Optional<Target> target = column.target();
    if (column.isMapped()) {
      String check = column.isToCheck() ? "check: " : "";
      parts.add(check + target.orElseThrow().title().zh() + " " + share(column.confidence()));
      if (column.isToCheck()) {
        runnerUp(column).ifPresent(parts::add);
      }
    } else if (!column.candidates().isEmpty()) {
      parts.add(
          column.candidates().stream()
              .map(c -> c.target().name() + " " + share(Math.min(c.confidence(), LEFT_OPEN)))
              .collect(Collectors.joining(", ")));
    }
    column.note().ifPresent(note -> parts.add(note.zh() + " / " + note.en()));
    needsCodes(column).ifPresent(parts::add);
    String samples = samples(column);
    if (!samples.isEmpty()) {
      parts.add(samples);
    } else if (!column.isIdentifying()) {
      years(column).ifPresent(parts::add);
    }
    return parts.isEmpty() ? "无法判断 / unknown" : String.join("; ", parts);
  }

  /** What else a column that has to be checked may be. */
  private static Optional<String> runnerUp(ColumnDraft column) {
    Set<String> family = Evidence.family(column.target().orElseThrow());
    return column.candidates().stream()
        .filter(c -> !family.contains(c.target().name()))
        .findFirst()
        .map(c -> "或 / or " + c.target().name() + " " + share(c.confidence()));
  }

  /** A column of bare numbers for codes, which only the centre can explain. */
  private static Optional<String> needsCodes(ColumnDraft column) {
    if (!column.waitsForCodes()) {
      return Optional.empty();
    }
    return Optional.of(
        column.scan().values().stream()
            .map(v -> code(v.cell().text().strip()) + ": ?")
            .sorted()
            .limit(12)
            .collect(Collectors.joining(", ", "codes: {", "}")));
  }

  private static String share(double confidence) {
    return String.format(Locale.ROOT, "%.2f", Math.min(0.99, confidence));
  }

  /** A few frequent values; none of a column that could tell who somebody is. */
  private static String samples(ColumnDraft column) {
    return column.scan().values().stream()
        .filter(value -> mayBeShown(column, value))
        .limit(SAMPLES)
        .map(value -> shortened(value.cell().text().strip().replaceAll("\\s+", " ")))
        .collect(Collectors.joining(" · "));
  }

  /** From which to which year the dates of a column go, where they themselves are not shown. */
  private static Optional<String> years(ColumnDraft column) {
    List<Integer> years = new ArrayList<>();
    for (ColumnScan.Value value : column.scan().values()) {
      Matcher date = DATE.matcher(value.cell().text().strip());
      if (date.matches()) {
        years.add(Integer.parseInt(date.group(1)));
      }
    }
    if (years.size() < MOST_DATES * column.scan().values().size() || years.isEmpty()) {
      return Optional.empty();
    }
    int first = Collections.min(years);
    int last = Collections.max(years);
    return Optional.of("日期 / dates " + first + "–" + last);
  }

  /** True if a value of the column may be shown to the person who checks the draft. */
  static boolean mayBeShown(ColumnDraft column, ColumnScan.Value value) {
    boolean quiet =
        column.isIdentifying()
            || column.target().filter(t -> t.name().equals("birth_date")).isPresent();
    boolean words = column.target().flatMap(Target::topic).filter(Topic.REPORT::equals).isPresent();
    boolean plain =
        column.isMapped() && !words
            || Contents.areNumbers(List.of(value))
            || column.target().filter(Target::isDate).isPresent()
            || isWord(value);
    return !quiet && plain && Identifying.mayBeShown(value.cell().text());
  }

  /** True for what several patients have: a remark about one could tell who she is. */
  private static boolean isWord(ColumnScan.Value value) {
    return value.count() > 2 && value.cell().text().strip().length() <= LONGEST_WORD;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text;
  }

  private static final Set<String> YES_NO = Set.of("yes", "no");

  private static String value(String code) {
    boolean absence =
        java.util.Arrays.stream(Absence.values()).anyMatch(a -> a.code().equals(code));
    return absence || YES_NO.contains(code) ? code : DraftYaml.quoted(code);
  }

  private static String code(String text) {
    return text.matches("[0-9]+|[\\p{IsHan}]+") ? text : DraftYaml.quoted(text);
  }
}
