package org.denovo.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.vocabulary.Text;

/** Writes a draft as a mapping file that a person can check line by line. */
final class DraftText {

  /** A column's line ends here at the latest, in the width of a Latin letter. */
  private static final int WIDEST = 64;

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
    comment(
        "", new Text("由 denovo suggest 起草，请逐行核对", "drafted by denovo suggest; check every line"));
    comment("", draft.counts().says());
    comment(
        "",
        new Text(
            "每列之后：把握（0–1）、单元格示例；“# ”开头的列未读取；“check:”的列把握不足，须逐列核对",
            "behind each column: confidence, sample cells; a column behind \"# \" is not read; one"
                + " with \"check:\" is likely and has to be looked at"));
    lines.add("schema: 1");
    lines.add("centre: " + draft.centre());
    String stem = draft.files().get(0).replaceFirst("\\.[^.]*$", "");
    lines.add(
        "title: {zh: "
            + DraftYaml.quoted(stem)
            + ", en: "
            + DraftYaml.quoted(draft.centre())
            + "}");
    String glob = Globs.overFiles(draft.files());
    lines.add(
        glob.isEmpty()
            ? "workbooks: ["
                + draft.files().stream().map(DraftYaml::quoted).collect(Collectors.joining(", "))
                + "]"
            : "workbooks: " + DraftYaml.quoted(glob));
    draft
        .passwordFile()
        .ifPresent(file -> lines.add("password: {file: " + DraftYaml.quoted(file) + "}"));
  }

  private void sheet(SheetDraft sheet) {
    SheetScan scan = sheet.table().first();
    boolean named = !scan.name().isEmpty();
    if (named) {
      lines.add("  - sheet: " + DraftYaml.key(sheet.table().sheet()));
    }
    lines.add((named ? "    " : "  - ") + "header-rows: " + scan.headerRows());
    if (scan.legendRows() > 0) {
      lines.add("    legend-rows: " + scan.legendRows());
    }
    lines.add("    patient: " + DraftYaml.key(sheet.patient().key()));
    if (sheet.isByIdentityNumber()) {
      comment(
          "    ",
          new Text(
              "患者编号是身份证号；若有住院号等其他编号，请改用",
              "the patients' number is the identity number: if there is another number, take"
                  + " that"));
    }
    lines.add("    columns:");
    List<ColumnDraft> columns = sheet.columns();
    int width =
        columns.stream()
            .filter(c -> c.decision() != ColumnDraft.Decision.IGNORED)
            .mapToInt(c -> width(ColumnText.entry(c)))
            .filter(w -> w <= WIDEST)
            .max()
            .orElse(0);
    for (ColumnDraft column : columns) {
      if (column.decision() != ColumnDraft.Decision.IGNORED) {
        lines.add(
            aligned("      " + ColumnText.entry(column), width + 6)
                + "  # "
                + ColumnText.about(column));
      }
    }
    List<ColumnDraft> ignored =
        sheet.columns().stream().filter(c -> c.decision() == ColumnDraft.Decision.IGNORED).toList();
    if (!ignored.isEmpty()) {
      lines.add(
          "    ignore: ["
              + ignored.stream()
                  .map(c -> DraftYaml.key(c.scan().key()))
                  .collect(Collectors.joining(", "))
              + "]");
      hashable(
          ignored,
          "national_id",
          new Text(
              "身份证号可改为 national_id 列：只存密文，用于查重",
              "the identity number may be mapped to national_id: only a keyed hash is kept, to find"
                  + " duplicates"));
      hashable(
          ignored,
          "person_name",
          new Text(
              "姓名可改为 person_name 列：只存字、音和首字母的密文，用于查找同一人",
              "the name may be mapped to person_name: only keyed hashes of characters, sound and"
                  + " initials are kept, to find records of one person"));
    }
  }

  /** How an identifier that is ignored could be used without being kept. */
  private void hashable(List<ColumnDraft> ignored, String field, Text how) {
    if (ignored.stream().anyMatch(c -> c.target().orElseThrow().name().equals(field))) {
      comment("    ", how);
    }
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
                          + DraftYaml.quoted(value.cell().text().strip().replaceAll("\\s+", " "))
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

  private static String aligned(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The width on a terminal: a Chinese character is as wide as two letters. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && c != 0x2026 && c != 0x00B7 ? 2 : 1).sum();
  }
}
