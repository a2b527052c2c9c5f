package org.denovo.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Text;

/** Writes a draft as a mapping file that a person can check line by line. */
final class DraftText {

  /** A column's line ends here at the latest, in the width of a Latin letter. */
  private static final int WIDEST = 64;

  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 14;
  private static final int LONGEST_WORD = 8;
  private static final int UNREAD = 8;
  private static final int LONGEST_UNREAD = 40;

  private final Draft draft;
  private final List<String> lines = new ArrayList<>();

  DraftText(Draft draft) {
    this.draft = draft;
  }

  String write() {
    head();
    lines.add("sheets:");
    draft.sheets().forEach(this::sheet);
    unreadSheets();
    words();
    return String.join("\n", lines) + "\n";
  }

  private void head() {
    Draft.Counts counts = draft.counts();
    comment(
        "", new Text("由 denovo suggest 起草，请逐行核对", "drafted by denovo suggest; check every line"));
    comment(
        "",
        new Text("已对应{0}列，忽略{1}列，待定{2}列", "{0} columns mapped, {1} ignored, {2} left open")
            .with(counts.mapped(), counts.ignored(), counts.open()));
    comment(
        "",
        new Text(
            "每列之后：把握（0–1）、单元格示例；“# ”开头的列未读取",
            "behind each column: confidence, sample cells; a column behind \"# \" is not read"));
    lines.add("schema: 1");
    lines.add("centre: " + draft.centre());
    String stem = draft.files().get(0).replaceFirst("\\.[^.]*$", "");
    lines.add("title: {zh: " + quoted(stem) + ", en: " + quoted(draft.centre()) + "}");
    String glob = Globs.overFiles(draft.files());
    lines.add(
        glob.isEmpty()
            ? "workbooks: ["
                + draft.files().stream().map(DraftText::quoted).collect(Collectors.joining(", "))
                + "]"
            : "workbooks: " + quoted(glob));
    draft.passwordFile().ifPresent(file -> lines.add("password: {file: " + quoted(file) + "}"));
  }

  private void sheet(SheetDraft sheet) {
    SheetScan scan = sheet.table().first();
    boolean named = !scan.name().isEmpty();
    if (named) {
      lines.add("  - sheet: " + key(sheet.table().sheet()));
    }
    lines.add((named ? "    " : "  - ") + "header-rows: " + scan.headerRows());
    if (scan.legendRows() > 0) {
      lines.add("    legend-rows: " + scan.legendRows());
    }
    lines.add("    patient: " + key(sheet.patient().key()));
    lines.add("    columns:");
    List<ColumnDraft> columns = ordered(sheet.columns());
    int width =
        columns.stream()
            .filter(c -> c.decision() != ColumnDraft.Decision.IGNORED)
            .mapToInt(c -> width(entry(c)))
            .filter(w -> w <= WIDEST)
            .max()
            .orElse(0);
    for (ColumnDraft column : columns) {
      if (column.decision() == ColumnDraft.Decision.MAPPED
          || column.decision() == ColumnDraft.Decision.OPEN) {
        lines.add(aligned("      " + entry(column), width + 6) + "  # " + about(column));
      }
    }
    List<ColumnDraft> ignored =
        sheet.columns().stream().filter(c -> c.decision() == ColumnDraft.Decision.IGNORED).toList();
    if (!ignored.isEmpty()) {
      lines.add(
          "    ignore: ["
              + ignored.stream().map(c -> key(c.scan().key())).collect(Collectors.joining(", "))
              + "]");
      if (ignored.stream().anyMatch(c -> c.target().orElseThrow().name().equals("national_id"))) {
        comment(
            "    ",
            new Text(
                "身份证号可改为 national_id 列：只存密文，用于查重",
                "the identity number may be mapped to national_id: only a keyed hash is kept, to"
                    + " find duplicates"));
      }
    }
  }

  /**
   * Columns of one field stand together, the latest visit first, because the first answer counts.
   */
  private static List<ColumnDraft> ordered(List<ColumnDraft> columns) {
    Map<String, List<ColumnDraft>> byField = new LinkedHashMap<>();
    for (ColumnDraft column : columns) {
      String place =
          column.isMapped() ? column.target().orElseThrow().name() : column.scan().key() + "\n";
      byField.computeIfAbsent(place, p -> new ArrayList<>()).add(column);
    }
    List<ColumnDraft> ordered = new ArrayList<>();
    for (List<ColumnDraft> same : byField.values()) {
      java.util.Collections.reverse(same);
      ordered.addAll(same);
    }
    return ordered;
  }

  private static String entry(ColumnDraft column) {
    String key = key(column.scan().key());
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
    return take.matches("[\\p{IsHan}A-Za-z0-9_ ]+") ? take : quoted(take);
  }

  private static String about(ColumnDraft column) {
    List<String> parts = new ArrayList<>();
    Optional<Target> target = column.target();
    if (column.isMapped()) {
      parts.add(target.orElseThrow().title().zh() + " " + share(column.confidence()));
    } else if (!column.candidates().isEmpty()) {
      parts.add(
          column.candidates().stream()
              .map(
                  c ->
                      c.target().name()
                          + " "
                          + share(Math.min(c.confidence(), column.isMapped() ? 1 : 0.89)))
              .collect(Collectors.joining(", ")));
    }
    column.note().ifPresent(note -> parts.add(note.zh() + " / " + note.en()));
    needsCodes(column).ifPresent(parts::add);
    String samples = samples(column);
    if (!samples.isEmpty()) {
      parts.add(samples);
    }
    return parts.isEmpty() ? "无法判断 / unknown" : String.join("; ", parts);
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

  private void unreadSheets() {
    List<String> unread = draft.unread().stream().filter(name -> !name.isEmpty()).toList();
    if (!unread.isEmpty()) {
      String names = String.join(", ", unread);
      comment("  ", new Text("未读取的工作表：{0}", "sheets that are not read: {0}").with(names));
    }
  }

  private void words() {
    Map<Field<?>, List<ColumnScan.Value>> open = new LinkedHashMap<>();
    for (SheetDraft sheet : draft.sheets()) {
      for (ColumnDraft column : sheet.columns()) {
        if (column.isMapped() && !column.waitsForCodes()) {
          worded(column.target().orElseThrow())
              .ifPresent(
                  field ->
                      open.computeIfAbsent(field, f -> new ArrayList<>()).addAll(listed(column)));
        }
      }
    }
    open.values().removeIf(List::isEmpty);
    if (open.isEmpty()) {
      return;
    }
    comment(
        "",
        new Text(
            "以下的值未能读懂（×次数）：把“?”换成代码，再删去行首的“# ”",
            "values that were not understood (× count): put a code for ?, then take away the \"#"
                + " \""));
    lines.add("# words:");
    open.forEach(
        (field, values) -> {
          lines.add("#   " + field.name() + ":  # " + String.join(", ", codes(field)));
          values.forEach(
              value ->
                  lines.add(
                      "#     ?: ["
                          + quoted(value.cell().text().strip().replaceAll("\\s+", " "))
                          + "]  # ×"
                          + value.count()));
        });
  }

  private static List<ColumnScan.Value> listed(ColumnDraft column) {
    return column.unread().stream()
        .filter(v -> v.cell().text().strip().length() <= LONGEST_UNREAD)
        .filter(v -> Identifying.mayBeShown(v.cell().text()))
        .limit(UNREAD)
        .toList();
  }

  /**
   * The field under which a column's words stand; none for numbers and dates, which have no words.
   */
  private static Optional<Field<?>> worded(Target target) {
    if (target.field().isPresent()) {
      return target.isCoded() ? target.field() : Optional.empty();
    }
    return switch (target.topic().orElseThrow()) {
      case TNM -> Target.named("stage_group").field();
      case ER -> Target.named("er_status").field();
      case PR -> Target.named("pr_status").field();
      case HER2 -> Target.named("her2_ihc").field();
      case METASTASES -> Target.named("met_sites").field();
      case OPERATION -> Target.named("surgery_type").field();
      case MARGIN -> Target.named("margin_status").field();
      case REGIMEN -> Target.named("line1_drugs").field();
      case VITAL -> Target.named("vital_status").field();
      case RECEPTORS, NODES, REPORT -> Optional.empty();
    };
  }

  private static List<String> codes(Field<?> field) {
    if (field.type() instanceof FieldType.Code<?> code) {
      return List.copyOf(code.byCode().keySet());
    }
    if (field.type() instanceof FieldType.Codes<?> codes) {
      return List.copyOf(codes.code().byCode().keySet());
    }
    return List.of("yes", "no");
  }

  private void comment(String indent, Text text) {
    lines.add(indent + "# " + text.zh() + " / " + text.en());
  }

  private static final Set<String> YES_NO = Set.of("yes", "no");

  private static String value(String code) {
    boolean absence =
        java.util.Arrays.stream(Absence.values()).anyMatch(a -> a.code().equals(code));
    return absence || YES_NO.contains(code) ? code : quoted(code);
  }

  private static String code(String text) {
    return text.matches("[0-9]+|[\\p{IsHan}]+") ? text : quoted(text);
  }

  /** A key as the mappings in the folder have it: quoted only where YAML or the eye needs it. */
  static String key(String text) {
    return text.matches("[\\p{IsHan}A-Za-z_][\\p{IsHan}A-Za-z0-9_]*\\*?年?") ? text : quoted(text);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0xFEFF) {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String aligned(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The width on a terminal: a Chinese character is as wide as two letters. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && c != 0x2026 && c != 0x00B7 ? 2 : 1).sum();
  }
}
