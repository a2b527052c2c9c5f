package org.denovo.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;

/**
 * {@code load.R}: reads the data files in base R with types, factor levels and labels, and stops if
 * they are not whole. It is pure ASCII, Chinese as {@code \\u} escapes, so that every locale reads
 * the same.
 */
final class LoadR {

  private LoadR() {}

  static String text(CohortTables tables) {
    StringBuilder script = new StringBuilder(HEAD);
    for (DataFile file : tables.files()) {
      script
          .append('\n')
          .append(file.stem())
          .append(" <- denovo_read(")
          .append(string(file.name()))
          .append(", ")
          .append(file.rows())
          .append(", c(\n")
          .append(classes(file.columns()))
          .append("))\n");
      file.columns().forEach(column -> script.append(describe(file.stem(), column)));
    }
    return script.append('\n').append(summary(tables.definition())).toString();
  }

  private static final String HEAD =
      """
      # Reads the cohort in base R: cohort (one row a patient), adtte (one row a
      # patient and endpoint) and each design's file under its own name. Factor levels
      # are the codes; each column has the attribute "label" (zh / en), each factor
      # "labels_zh" and "labels_en".
      # Run it in its own folder, or set the folder before: denovo_dir <- "path"
      if (!exists("denovo_dir")) denovo_dir <- "."

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
      denovo_date <- function(column) {
        column <- ifelse(nchar(column) == 4, paste0(column, "-07-01"), column)
        as.Date(ifelse(nchar(column) == 7, paste0(column, "-15"), column))
      }
      """;

  private static String classes(List<Column> columns) {
    return columns.stream()
        .map(column -> "  " + column.name() + " = " + string(type(column.kind())))
        .collect(Collectors.joining(",\n"));
  }

  /** Dates are read as text, for 2018-05 is no Date. */
  private static String type(Column.Kind kind) {
    return switch (kind) {
      case TEXT, CODE, CODES, DATE -> "character";
      case WHOLE -> "integer";
      case DECIMAL -> "numeric";
    };
  }

  private static String describe(String frame, Column column) {
    String cell = frame + "$" + column.name();
    String typed =
        switch (column.kind()) {
          case TEXT, CODES, WHOLE, DECIMAL -> "";
          case DATE -> cell + " <- denovo_date(" + cell + ")\n";
          case CODE ->
              String.format(
                  Locale.ROOT,
                  "%s <- denovo_factor(%s, %s,\n  %s,\n  %s)\n",
                  cell,
                  cell,
                  vector(column.levels().stream().map(Column.Level::code).toList()),
                  vector(column.levels().stream().map(level -> level.title().zh()).toList()),
                  vector(column.levels().stream().map(level -> level.title().en()).toList()));
        };
    return typed
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
        + ",\n"
        + "    \"; OS events \", sum(adtte$event[adtte$PARAMCD == \"OS\"]), \"\\n"
        + "\", sep = \"\")\n";
  }

  private static String vector(List<String> words) {
    return words.stream().map(LoadR::string).collect(Collectors.joining(", ", "c(", ")"));
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
