package org.denovo.proposal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.normalise.Reading;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.vocabulary.SurgeryType;

/** How the cells of a column that is taken for a target are to be read. */
final class ColumnOptions {

  private static final String SEPARATORS = "、，,;；/+|";

  /** A topic is asked for only if the cells say more than one of its fields can hold. */
  private static final double SAID_BESIDE = 0.08;

  private static final Set<SurgeryType> RADICAL =
      Set.of(SurgeryType.MODIFIED_RADICAL, SurgeryType.RADICAL);

  private ColumnOptions() {}

  /**
   * The target of the same family that fits the values: {@code er} where a status and a percentage
   * stand in one cell, {@code er_pct} where only numbers do.
   */
  static Target refine(
      Evidence column,
      Target target,
      Map<String, String> codes,
      Set<String> taken,
      Contents contents) {
    List<ColumnScan.Value> values = column.values();
    Set<String> family = Evidence.family(target);
    boolean count = target.name().equals("nodes") && Contents.areNumbers(values);
    if (count && !values.isEmpty() && !taken.contains("nodes_positive")) {
      // Positive and examined in one cell would need a sign between them.
      return Target.named("nodes_positive");
    }
    boolean unexplained = codes.isEmpty() && Contents.areBareCodes(values);
    if (family.size() == 1 || values.isEmpty() || unexplained) {
      return target;
    }
    String refined =
        switch (target.name()) {
          case "er", "er_status" -> hormone("er", values, codes, contents);
          case "pr", "pr_status" -> hormone("pr", values, codes, contents);
          case "her2", "her2_ihc", "her2_status_recorded" -> her2(values, codes, contents);
          case "tnm", "stage_group" -> stage(target, values, codes, contents);
          case "histology_group", "receptors", "report" ->
              column.mayBeReport() ? report(target, values, codes, contents) : target.name();
          case "operation", "surgery_type" ->
              codes.isEmpty() && saysMoreThanType(values, taken, contents)
                  ? "operation"
                  : "surgery_type";
          case "margin", "margin_status" ->
              wider("margin", "margin_status", SAID_BESIDE, values, codes, contents);
          case "vital", "vital_status" ->
              wider("vital", "vital_status", SAID_BESIDE, values, codes, contents);
          default -> target.name();
        };
    return taken.contains(refined) ? target : Target.named(refined);
  }

  private static String hormone(
      String topic, List<ColumnScan.Value> values, Map<String, String> codes, Contents contents) {
    Contents.Read read =
        contents.read(values, Target.named(topic).meaning(codes, "", Meaning.DateOrder.UNDECLARED));
    Field<?> percent = Fields.named(topic + "_pct").orElseThrow();
    if (read.share(percent) == 0) {
      return read.known() == 0 ? topic : topic + "_status";
    }
    return read.share() > 0.9 && Contents.areNumbers(values) ? topic + "_pct" : topic;
  }

  private static String her2(
      List<ColumnScan.Value> values, Map<String, String> codes, Contents contents) {
    Contents.Read read =
        contents.read(
            values, Target.named("her2").meaning(codes, "", Meaning.DateOrder.UNDECLARED));
    double ihc = read.share(Fields.HER2_IHC);
    double status = read.share(Fields.HER2_STATUS_RECORDED);
    boolean hybrid = read.share(Fields.HER2_ISH) > 0;
    if (read.known() == 0 || hybrid) {
      return "her2";
    }
    return ihc == 1 && status == 0
        ? "her2_ihc"
        : ihc == 0 && status == 1 ? "her2_status_recorded" : "her2";
  }

  /** A report if the cells speak of more than the kind of tumour, or than the receptors. */
  private static String report(
      Target target, List<ColumnScan.Value> values, Map<String, String> codes, Contents contents) {
    if (!codes.isEmpty()) {
      return target.name();
    }
    Contents.Read whole = contents.read(values, Target.of(Topic.REPORT).meaning());
    for (String name : List.of("histology_group", "receptors")) {
      Target narrow = Target.named(name);
      boolean more =
          whole.fields().keySet().stream()
              .filter(field -> !narrow.fields().contains(field))
              .anyMatch(field -> whole.share(field) > SAID_BESIDE);
      if (!more && contents.read(values, narrow.meaning()).share() >= whole.share()) {
        return name;
      }
    }
    return "report";
  }

  private static String stage(
      Target target, List<ColumnScan.Value> values, Map<String, String> codes, Contents contents) {
    Contents.Read read =
        contents.read(values, Target.named("tnm").meaning(codes, "", Meaning.DateOrder.UNDECLARED));
    if (read.known() == 0) {
      return target.name();
    }
    boolean parts = read.share(Fields.T_CAT) > 0.05 || read.share(Fields.N_CAT) > 0.05;
    return parts ? "tnm" : "stage_group";
  }

  /**
   * True if a cell names the side, the axilla or the reconstruction, which have no column of their
   * own. The axilla that a radical mastectomy takes with it says nothing beside the type.
   */
  private static boolean saysMoreThanType(
      List<ColumnScan.Value> values, Set<String> taken, Contents contents) {
    Meaning operation = Target.of(Topic.OPERATION).meaning();
    List<Field<?>> beside =
        operation.fields().stream()
            .filter(f -> f != Fields.SURGERY_TYPE && !taken.contains(f.name()))
            .toList();
    for (ColumnScan.Value value : values) {
      Reading reading = contents.reading(value, operation);
      boolean radical =
          reading.answer(Fields.SURGERY_TYPE).optional().filter(RADICAL::contains).isPresent();
      if (beside.stream()
          .filter(f -> f != Fields.AXILLARY_PROCEDURE || !radical)
          .anyMatch(f -> reading.answer(f).isKnown())) {
        return true;
      }
    }
    return false;
  }

  private static String wider(
      String topic,
      String field,
      double share,
      List<ColumnScan.Value> values,
      Map<String, String> codes,
      Contents contents) {
    Target whole = Target.named(topic);
    Contents.Read read =
        contents.read(values, whole.meaning(codes, "", Meaning.DateOrder.UNDECLARED));
    boolean more =
        whole.fields().stream()
            .filter(f -> !f.name().equals(field))
            .anyMatch(f -> read.share(f) > share);
    return more && codes.isEmpty() ? topic : field;
  }

  /** The unit that the header names, or that the size of the numbers shows. */
  static String unit(Target target, ColumnScan column, List<ColumnScan.Value> values) {
    String type = target.field().map(f -> unit(f.type())).orElse("");
    String said = HeaderText.of(column.leaf()).unit();
    List<Double> numbers =
        values.stream()
            .map(ColumnScan.Value::cell)
            .filter(cell -> cell.text().strip().matches("[0-9]+(?:\\.[0-9]+)?"))
            .map(cell -> Double.parseDouble(cell.text().strip()))
            .toList();
    return switch (type) {
      case "mm" -> {
        if (said.equals("mm") || said.equals("cm")) {
          yield said;
        }
        boolean small = numbers.size() > 2 && Contents.median(numbers) < 12;
        boolean tenths = numbers.stream().anyMatch(n -> n != Math.rint(n));
        yield small && tenths && target.name().equals("tumor_size_mm") ? "cm" : "";
      }
      case "%" -> {
        boolean fraction =
            numbers.size() > 2
                && numbers.stream().allMatch(n -> n <= 1)
                && numbers.stream().anyMatch(n -> n > 0 && n < 1)
                && values.stream().noneMatch(v -> v.cell().has(Mark.PERCENT));
        yield fraction ? "fraction" : "";
      }
      case "mo" -> Set.of("months", "days", "years").contains(said) ? said : "";
      default -> "";
    };
  }

  private static String unit(FieldType<?> type) {
    if (type instanceof FieldType.Range range) {
      return range.unit();
    }
    if (type instanceof FieldType.Decimal decimal) {
      return decimal.unit();
    }
    return "";
  }

  /** The sign between the values of a cell, if the cells agree on one and are read with it. */
  static String splitOn(Target target, List<ColumnScan.Value> values, Contents contents) {
    if (!target.isSet()) {
      return "";
    }
    String best = "";
    int most = 0;
    int several = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      String sign = SEPARATORS.substring(i, i + 1);
      int cells =
          values.stream()
              .filter(v -> v.cell().text().contains(sign))
              .mapToInt(ColumnScan.Value::count)
              .sum();
      several += cells;
      if (cells > most) {
        most = cells;
        best = sign;
      }
    }
    if (most == 0 || most < 0.8 * several) {
      return "";
    }
    double with =
        contents.read(values, target.meaning(Map.of(), best, Meaning.DateOrder.UNDECLARED)).share();
    double without = contents.read(values, target.meaning()).share();
    return with >= without ? best : "";
  }

  /** The order of day and month, if the numbers in them leave only one. */
  static Meaning.DateOrder dateOrder(List<List<ColumnScan.Value>> dates) {
    boolean firstIsDay = false;
    boolean secondIsDay = false;
    for (List<ColumnScan.Value> values : dates) {
      for (ColumnScan.Value value : values) {
        String text = value.cell().text().strip();
        if (isYearLast(value)) {
          String[] parts = text.split("[-/. ]");
          firstIsDay |= Integer.parseInt(parts[0]) > 12;
          secondIsDay |= Integer.parseInt(parts[1]) > 12;
        }
      }
    }
    if (firstIsDay == secondIsDay) {
      return Meaning.DateOrder.UNDECLARED;
    }
    return firstIsDay ? Meaning.DateOrder.DMY : Meaning.DateOrder.MDY;
  }

  static boolean isYearLast(ColumnScan.Value value) {
    return value.cell().kind() == Kind.TEXT
        && value.cell().text().strip().matches("[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}");
  }
}
