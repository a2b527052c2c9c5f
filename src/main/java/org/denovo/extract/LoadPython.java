package org.denovo.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;

/**
 * {@code load.py}: reads the data files into pandas data frames with types, categories and labels,
 * and stops if they are not whole. It runs as a script, as a notebook's cell and as a module.
 */
final class LoadPython {

  private static final String HEAD =
      """
      \"""Reads the cohort in pandas: cohort (one row a patient), adtte (one row a patient
      and endpoint) and each design's file under its own name. Categories are the codes;
      frame.attrs["labels"] has each column's label and frame.attrs["levels"] each code's,
      both as (zh, en). denovo_labelled(frame, "zh") has the labels in place of the codes.

      Run it, import it, or set the folder before: denovo_dir = "path"
      \"""
      import os

      import pandas as pd

      if "denovo_dir" not in globals():
          denovo_dir = os.path.dirname(os.path.abspath(__file__)) if "__file__" in globals() else "."


      def denovo_read(file, rows, columns):
          data = pd.read_csv(os.path.join(denovo_dir, file), dtype=str, encoding="utf-8",
                             keep_default_na=False, na_values=[""])
          if list(data.columns) != list(columns):
              raise ValueError(file + ": the columns are not those that were written")
          if len(data) != rows:
              raise ValueError(f"{file}: {len(data)} rows, but {rows} were written")
          typed = pd.DataFrame({name: denovo_typed(data[name].astype("string"), *column)
                                for name, column in columns.items()})
          typed.attrs["labels"] = {name: (column[1], column[2]) for name, column in columns.items()}
          typed.attrs["levels"] = {name: column[3] for name, column in columns.items() if column[3]}
          return typed


      def denovo_typed(cells, kind, zh, en, levels):
          if kind == "whole":
              return pd.to_numeric(cells).astype("Int64")
          if kind == "decimal":
              return pd.to_numeric(cells).astype("Float64").astype("float64")
          if kind == "date":
              cells = cells.mask(cells.str.len() == 4, cells + "-07-01")
              return pd.to_datetime(cells.mask(cells.str.len() == 7, cells + "-15"), format="%Y-%m-%d")
          if kind == "code":
              codes = list(levels)
              known = cells.dropna()
              if codes and isinstance(codes[0], int):
                  known = pd.to_numeric(known).astype(int)
              unknown = set(known) - set(codes)
              if unknown:
                  raise ValueError(f"{en}: not a code: {sorted(unknown)}")
              return known.astype(pd.CategoricalDtype(codes)).reindex(cells.index)
          return cells


      def denovo_labelled(data, language="en"):
          which = 0 if language == "zh" else 1
          shown = data.copy()
          for name, levels in data.attrs["levels"].items():
              shown[name] = shown[name].cat.rename_categories(
                  {code: titles[which] for code, titles in levels.items()})
          return shown


      """;

  private LoadPython() {}

  static String text(CohortTables tables) {
    StringBuilder script = new StringBuilder(HEAD);
    Map<List<Column.Level>, Integer> lists = Labels.lists(tables.files());
    lists.forEach((levels, number) -> script.append(list(levels, number)));
    for (DataFile file : tables.files()) {
      script
          .append('\n')
          .append(file.stem())
          .append(" = denovo_read(")
          .append(string(file.name()))
          .append(", ")
          .append(file.rows())
          .append(", {\n");
      for (Column column : file.columns()) {
        script.append(column(column, lists));
      }
      script.append("})\n");
    }
    return script.append('\n').append(summary(tables.definition())).toString();
  }

  private static String list(List<Column.Level> levels, int number) {
    boolean numbers = Column.areNumbers(levels);
    return levels.stream()
        .map(
            level ->
                "    "
                    + (numbers ? level.code() : string(level.code()))
                    + ": ("
                    + string(level.title().zh())
                    + ", "
                    + string(level.title().en())
                    + "),\n")
        .collect(Collectors.joining("", "denovo_" + number + " = {\n", "}\n"));
  }

  private static String column(Column column, Map<List<Column.Level>, Integer> lists) {
    return String.format(
        Locale.ROOT,
        "    %s: (%s, %s, %s, %s),\n",
        string(column.name()),
        string(column.kind().name().toLowerCase(Locale.ROOT)),
        string(column.title().zh()),
        string(column.title().en()),
        column.kind() == Column.Kind.CODE ? "denovo_" + lists.get(column.levels()) : "{}");
  }

  private static String summary(CohortDefinition definition) {
    String arms =
        definition.arms().stream()
            .map(
                arm ->
                    string(arm.name()) + ", (cohort[\"arm\"] == " + string(arm.name()) + ").sum()")
            .collect(Collectors.joining(",\n      "));
    return "print(\"cohort\", len(cohort), \"patients:\",\n      "
        + arms
        + ",\n      \"OS events\", adtte.loc[adtte[\"PARAMCD\"] == \"OS\", \"event\"].sum())\n";
  }

  /** A Python string; the script is UTF-8, as Python's sources are. */
  static String string(String words) {
    return '"' + Labels.line(words).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
