package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;

/**
 * {@code load.R}: reads the data files in base R with types, factor levels and labels, and stops if
 * they are not whole. It is pure ASCII, Chinese as {@code \\u} escapes, so that every locale reads
 * the same.
 */
final class LoadScript {

  private LoadScript() {}

  static void write(
      Path file,
      CohortDefinition definition,
      CohortColumns columns,
      long members,
      long times,
      List<DesignFile> designs) {
    List<Column> cohort = columns.placed().stream().map(CohortColumns.Placed::column).toList();
    StringBuilder script = new StringBuilder();
    script
        .append("# Reads the cohort in base R: cohort (one row a patient), adtte (one row a\n")
        .append(
            "# patient and endpoint) and each design's file under its own name. Factor levels\n")
        .append("# are the codes; each column has the attribute \"label\" (zh / en), each factor\n")
        .append("# \"labels_zh\" and \"labels_en\".\n")
        .append("# Run it in its own folder, or set the folder before: denovo_dir <- \"path\"\n")
        .append("if (!exists(\"denovo_dir\")) denovo_dir <- \".\"\n\n")
        .append(READ)
        .append("cohort <- denovo_read(\"cohort.csv\", ")
        .append(members)
        .append(", c(\n")
        .append(classes(cohort))
        .append("))\n")
        .append("adtte <- denovo_read(\"adtte.csv\", ")
        .append(times)
        .append(", c(\n")
        .append(classes(EventTimes.columns()))
        .append("))\n\n");
    cohort.forEach(column -> script.append(describe("cohort", column)));
    script.append('\n');
    EventTimes.columns().forEach(column -> script.append(describe("adtte", column)));
    designs.forEach(design -> script.append('\n').append(design(design)));
    script.append('\n').append(summary(definition));
    try {
      Files.writeString(file, script.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String READ =
      """
      denovo_read <- function(file, rows, classes) {
        data <- read.csv(file.path(denovo_dir, file), colClasses = classes, na.strings = "",
                         encoding = "UTF-8", check.names = FALSE)
        if (!identical(names(data), names(classes)))
          stop(file, ": the columns are not those that were written")
        if (nrow(data) != rows)
          stop(file, ": ", nrow(data), " rows, but ", rows, " were written")
        data
      }
      denovo_label <- function(column, zh, en) {
        attr(column, "label") <- paste(zh, en, sep = " / ")
        column
      }
      denovo_factor <- function(column, codes, zh, en) {
        unknown <- setdiff(unique(column[!is.na(column)]), codes)
        if (length(unknown) > 0) stop("not a code: ", paste(unknown, collapse = ", "))
        column <- factor(column, levels = codes)
        attr(column, "labels_zh") <- zh
        attr(column, "labels_en") <- en
        column
      }

      """;

  /** Reads a design's file into a data frame of its name, if it lies beside the script. */
  private static String design(DesignFile design) {
    DesignRows rows = design.rows();
    StringBuilder script = new StringBuilder();
    script
        .append("if (file.exists(file.path(denovo_dir, ")
        .append(string(rows.file()))
        .append("))) {\n")
        .append(rows.stem())
        .append(" <- denovo_read(")
        .append(string(rows.file()))
        .append(", ")
        .append(design.written())
        .append(", c(\n")
        .append(classes(rows.columns()))
        .append("))\n");
    rows.columns().forEach(column -> script.append(describe(rows.stem(), column)));
    return script.append("}\n").toString();
  }

  private static String classes(List<Column> columns) {
    return columns.stream()
        .map(column -> "  " + column.name() + " = " + string(type(column.kind())))
        .collect(Collectors.joining(",\n"));
  }

  /** Partial dates are text: 2018-05 is no Date. */
  private static String type(Column.Kind kind) {
    return switch (kind) {
      case TEXT, CODE, CODES, DATE -> "character";
      case WHOLE -> "integer";
      case DECIMAL -> "numeric";
    };
  }

  private static String describe(String frame, Column column) {
    String cell = frame + "$" + column.name();
    String factor =
        column.kind() == Column.Kind.CODE
            ? String.format(
                Locale.ROOT,
                "%s <- denovo_factor(%s, %s,\n  %s,\n  %s)\n",
                cell,
                cell,
                vector(column.levels().stream().map(Column.Level::code).toList()),
                vector(column.levels().stream().map(level -> level.title().zh()).toList()),
                vector(column.levels().stream().map(level -> level.title().en()).toList()))
            : "";
    return factor
        + String.format(
            Locale.ROOT,
            "%s <- denovo_label(%s, %s, %s)\n",
            cell,
            cell,
            string(column.title().zh()),
            string(column.title().en()));
  }

  private static String summary(CohortDefinition definition) {
    String arms =
        definition.arms().stream()
            .map(
                arm -> string(arm.name() + " ") + ", sum(cohort$arm == " + string(arm.name()) + ")")
            .collect(Collectors.joining(", \", \",\n    "));
    return "cat(\"cohort \", nrow(cohort), \" patients: \",\n    "
        + arms
        + ",\n    \"; OS events \", sum(adtte$event[adtte$PARAMCD == \"OS\"]), \"\\n\", sep = \"\")\n";
  }

  private static String vector(List<String> words) {
    return words.stream().map(LoadScript::string).collect(Collectors.joining(", ", "c(", ")"));
  }

  /** An R string in ASCII. */
  static String string(String words) {
    StringBuilder escaped = new StringBuilder("\"");
    words
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (c >= 0x20 && c < 0x7F) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
              }
            });
    return escaped.append('"').toString();
  }
}
