package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.source.Place;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Carried;
import org.denovo.workbook.Filter;
import org.denovo.workbook.SheetFacts;
import org.denovo.workbook.WorkbookFacts;
import org.denovo.workbook.WorkbookFacts.Trait;

/** What a workbook and its sheets carry beside their cells, in sentences. */
final class FileNotices {

  /** So many formatted rows without data below the last one are worth a word. */
  private static final int INFLATED_FROM = 1_000;

  private static final Text LISTED = new Text("{0}；{1}", "{0}; {1}");

  private FileNotices() {}

  /** What is true of the file as a whole. */
  static List<Notice> of(WorkbookFacts facts, String file) {
    List<Notice> notices = new ArrayList<>();
    if (facts.is(Trait.WRONG_EXTENSION)) {
      Text says =
          new Text(
                  "内容是{0}，与文件扩展名不符；已按内容读取",
                  "the content is {0}, whatever the extension says; it was read as that")
              .with(format(facts.format()));
      notices.add(about(Notice.Kind.WRONG_EXTENSION, file, "", says));
    }
    carried(facts.carried())
        .ifPresent(says -> notices.add(about(Notice.Kind.CARRIED, file, "", says)));
    List<Text> locks = new ArrayList<>();
    if (facts.is(Trait.WRITE_RESERVED)) {
      locks.add(new Text("文件建议只读或有修改密码", "the file asks not to be changed"));
    }
    if (facts.is(Trait.STRUCTURE_LOCKED)) {
      locks.add(new Text("工作簿结构受保护", "the order of its sheets is protected"));
    }
    if (!locks.isEmpty()) {
      notices.add(
          about(Notice.Kind.PROTECTED, file, "", locks.stream().reduce(LISTED::with).get()));
    }
    return notices;
  }

  /**
   * What is true of a sheet.
   *
   * @param lastRow the last row that holds something, counted from 0
   */
  static List<Notice> of(SheetFacts facts, String file, String sheet, int lastRow) {
    List<Notice> notices = new ArrayList<>();
    carried(facts.carried())
        .ifPresent(says -> notices.add(about(Notice.Kind.CARRIED, file, sheet, says)));
    if (facts.locked()) {
      Text says = new Text("工作表受保护，不影响读取", "the sheet is protected, which does not stop reading");
      notices.add(about(Notice.Kind.PROTECTED, file, sheet, says));
    }
    facts
        .filter()
        .filter(filter -> !filter.criteria().isEmpty())
        .ifPresent(filter -> notices.add(filtered(filter, file, sheet)));
    int beyond = facts.lastRow() - lastRow;
    if (beyond >= INFLATED_FROM) {
      Text says =
          new Text(
                  "数据止于第{0}行，但格式一直设到第{1}行；多出的行没有数据",
                  "the data end in row {0}, but formats go on to row {1}; there is nothing in"
                      + " those rows")
              .with(lastRow + 1, facts.lastRow() + 1);
      notices.add(
          new Notice(Notice.Kind.INFLATED_SHEET, file, sheet, Optional.empty(), beyond, says));
    }
    return notices;
  }

  private static Notice filtered(Filter filter, String file, String sheet) {
    Text says =
        new Text(
                "筛选（{0}）生效：{1}；文件中的所有行都已读取，而不只是筛选出的行，请确认",
                "a filter is on ({0}): {1}; every row of the file was read, not only those that it"
                    + " shows, please confirm")
            .with(filter.range(), String.join("；", filter.criteria()));
    return about(Notice.Kind.FILTERED, file, sheet, says);
  }

  private static Notice about(Notice.Kind kind, String file, String sheet, Text says) {
    return new Notice(kind, file, sheet, Optional.<Place>empty(), 1, says);
  }

  private static Optional<Text> carried(List<Carried> all) {
    return all.stream()
        .map(FileNotices::carried)
        .reduce(LISTED::with)
        .map(
            list ->
                new Text(
                        "带有未读取、也不会执行或追踪的内容：{0}",
                        "it carries what was not read, run or followed: {0}")
                    .with(list));
  }

  private static Text carried(Carried thing) {
    Text title = thing.kind().title();
    Text counted =
        thing.count() > 1 ? new Text("{1}个{0}", "{1} {0}").with(title, thing.count()) : title;
    return thing.name().isEmpty()
        ? counted
        : new Text("{0}（{1}）", "{0} ({1})").with(counted, thing.name());
  }

  private static Text format(String format) {
    return switch (format) {
      case "xls" -> new Text("旧版工作簿（.xls）", "an old workbook (.xls)");
      case "csv" -> new Text("纯文本表格", "a table in plain text");
      case "html" -> new Text("网页中的表格（HTML）", "tables of a web page (HTML)");
      case "xml" -> new Text("XML 电子表格 2003", "an XML Spreadsheet 2003");
      default -> new Text("工作簿（.xlsx）", "a workbook (.xlsx)");
    };
  }
}
