package org.denovo.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookRefused;

/** Finds the sheets that a mapping names, and notices those that it does not. */
final class SheetChoice {

  private static final Text NO_SHEET =
      new Text("没有含数据的工作表“{0}”；文件中有：{1}", "there is no sheet '{0}' with data; the file has: {1}");
  private static final Text TEXT_FILE =
      new Text(
          "这是文本文件，没有工作表“{0}”，请提交工作簿本身",
          "this is a text file, which has no sheet '{0}': send the workbook itself");

  private final Workbook workbook;
  private final String fileName;
  private final CentreMapping mapping;
  private final List<Notice> notices;

  SheetChoice(Workbook workbook, String fileName, CentreMapping mapping, List<Notice> notices) {
    this.workbook = workbook;
    this.fileName = fileName;
    this.mapping = mapping;
    this.notices = notices;
  }

  /**
   * The layouts of each entry's sheets, in the mapping's order; none for an entry whose sheet is
   * not there.
   *
   * @param opened is given every sheet that is opened, to be closed by the caller
   * @throws WorkbookRefused if the first entry has no sheet, a sheet no patient column, or nothing
   *     of what is mapped is there
   */
  List<List<Layout>> layouts(List<RememberedSheet> opened) {
    Set<String> used = new HashSet<>();
    List<List<Layout>> layouts = new ArrayList<>();
    for (SheetMapping entry : mapping.sheets()) {
      List<Layout> found = new ArrayList<>();
      for (Sheet sheet : sheets(entry)) {
        RememberedSheet remembered = new RememberedSheet(sheet);
        opened.add(remembered);
        if (holdsData(remembered)) {
          Optional<Layout> layout = Layout.find(entry, fileName, remembered, notices);
          layout.ifPresent(found::add);
          layout.ifPresent(l -> used.add(sheet.name()));
          if (layout.isEmpty() && !Glob.isPattern(entry.sheet())) {
            throw noPatientColumn(entry, sheet);
          }
        }
      }
      if (found.isEmpty()) {
        missing(entry, layouts.isEmpty());
      }
      layouts.add(found);
    }
    if (layouts.stream().flatMap(List::stream).noneMatch(Layout::hasAny)) {
      throw new WorkbookRefused(
          WorkbookRefused.Reason.NO_MAPPED_COLUMN,
          new Text(
              "除患者编号外，映射中的列一列也找不到；请检查映射或表头",
              "apart from the patient number none of the mapped columns is there: correct the"
                  + " mapping or the header"));
    }
    unread(used);
    return layouts;
  }

  private List<Sheet> sheets(SheetMapping entry) {
    List<Sheet> all = workbook.sheets();
    if (entry.sheet().isEmpty()) {
      return all.stream()
          .filter(sheet -> !sheet.hidden())
          .findFirst()
          .or(() -> all.stream().findFirst())
          .map(List::of)
          .orElse(List.of());
    }
    if (!Glob.isPattern(entry.sheet())) {
      return workbook.sheet(entry.sheet()).map(List::of).orElse(List.of());
    }
    return all.stream()
        .filter(sheet -> Glob.matches(entry.sheet(), sheet.name()))
        .filter(sheet -> mapping.sheets().stream().noneMatch(e -> names(e, sheet)))
        .toList();
  }

  private static boolean names(SheetMapping entry, Sheet sheet) {
    return entry.sheet().equals(sheet.name().strip());
  }

  private void missing(SheetMapping entry, boolean first) {
    if (first) {
      List<String> names =
          workbook.sheets().stream().limit(10).map(sheet -> sheet.name().strip()).toList();
      Text says = names.equals(List.of("")) ? TEXT_FILE : NO_SHEET;
      throw new WorkbookRefused(
          WorkbookRefused.Reason.NO_SUCH_SHEET, says.with(entry.sheet(), String.join(", ", names)));
    }
    notices.add(
        new Notice(
            Notice.Kind.MISSING_SHEET,
            fileName,
            entry.sheet(),
            Optional.empty(),
            1,
            new Text(
                    "没有含数据的工作表“{0}”，其各列视为未收集",
                    "there is no sheet '{0}' with data; its columns count as not collected")
                .with(entry.sheet())));
  }

  private static WorkbookRefused noPatientColumn(SheetMapping entry, Sheet sheet) {
    return new WorkbookRefused(
        WorkbookRefused.Reason.NO_PATIENT_COLUMN,
        new Text(
                "{0}的前{2}行中找不到患者编号列“{1}”；请核对是否为该中心的文件，再检查表头与映射",
                "{0} has no column '{1}' in its first {2} rows, which is to be the patient number:"
                    + " is it this centre's file? If so, correct the header or the mapping")
            .with(named(sheet), entry.patient(), Header.DEPTH));
  }

  /** What a sheet is called in a message; a text file has one without a name. */
  static Text named(Sheet sheet) {
    return sheet.name().isEmpty()
        ? new Text("文件", "the file")
        : new Text("工作表“{0}”", "sheet '{0}'").with(sheet.name());
  }

  private void unread(Set<String> used) {
    for (Sheet sheet : workbook.sheets()) {
      if (!used.contains(sheet.name()) && holdsData(sheet)) {
        notices.add(
            new Notice(
                Notice.Kind.UNREAD_SHEET,
                fileName,
                sheet.name(),
                Optional.empty(),
                1,
                new Text("工作表“{0}”含数据但未读取", "sheet '{0}' holds data but was not read")
                    .with(sheet.name())));
      }
    }
  }

  private static boolean holdsData(Sheet sheet) {
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        if (rows.next().cells().stream().anyMatch(Cells::holds)) {
          return true;
        }
      }
    }
    return false;
  }
}
