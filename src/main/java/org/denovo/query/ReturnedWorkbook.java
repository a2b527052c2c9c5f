package org.denovo.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.denovo.source.Kind;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;

/**
 * A query workbook that came back, by whatever program it was saved and whatever it is called.
 *
 * @param centre whom it was made for, if it still says so
 * @param replies the rows in which something was answered
 * @param unreadable why nothing can be read of it
 */
public record ReturnedWorkbook(
    Optional<String> centre, List<Reply> replies, Optional<Text> unreadable) {

  /** No query workbook is larger, and nothing larger is opened to see whether it is one. */
  private static final long LARGEST = 16L << 20;

  private static final int HEADER_WITHIN = 20;
  private static final int ID_DIGITS = 12;

  public ReturnedWorkbook {
    replies = List.copyOf(replies);
  }

  /**
   * True if a file is a query workbook: it has one of its sheets, or its columns, for a text file
   * has no sheets.
   *
   * @param password the centre's, if it is known whose file it is
   * @throws WorkbookRefused if it cannot be seen what it is
   */
  public static boolean isOne(Path file, Limits limits, Optional<char[]> password) {
    try {
      if (Files.size(file) > LARGEST) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    try (Workbook workbook = WorkbookFile.openForm(file, limits, password)) {
      List<Sheet> written = workbook.sheets().stream().filter(ReturnedWorkbook::isWritten).toList();
      // A centre may have pasted our sheets into its own workbook, which is a submission then.
      return written.stream().anyMatch(ReturnedWorkbook::tellsIt)
          && written.stream()
              .allMatch(s -> QueryWorkbook.SHEETS.contains(s.name()) || header(s).isPresent());
    }
  }

  private static boolean tellsIt(Sheet sheet) {
    return sheet.name().equals(QueryWorkbook.MARK)
        || sheet.name().equals(QueryWorkbook.QUESTIONS.zh())
        || header(sheet).isPresent();
  }

  private static boolean isWritten(Sheet sheet) {
    try (Sheet.Rows rows = sheet.rows()) {
      return rows.hasNext();
    }
  }

  /**
   * Reads the answers.
   *
   * @param password the centre's, if it is known whose file it is
   */
  public static ReturnedWorkbook read(Path file, Limits limits, Optional<char[]> password) {
    try (Workbook workbook = WorkbookFile.openForm(file, limits, password)) {
      Map<String, String> marks =
          workbook.sheet(QueryWorkbook.MARK).map(ReturnedWorkbook::marks).orElse(Map.of());
      Optional<String> centre =
          Optional.ofNullable(marks.get(QueryWorkbook.MARK_CENTRE)).filter(c -> !c.isEmpty());
      List<Reply> replies = new ArrayList<>();
      boolean isFound = false;
      for (Sheet sheet : workbook.sheets()) {
        Optional<Header> header = header(sheet);
        header.ifPresent(found -> replies(sheet, found, marks, replies));
        isFound = isFound || header.isPresent();
      }
      return isFound
          ? new ReturnedWorkbook(centre, replies, Optional.empty())
          : unreadable(
              new Text(
                      "质疑表中找不到表头“{0}”与“{1}”，请用原文件重新填写",
                      "the query workbook has no headers '{0}' and '{1}' any more; fill in the file"
                          + " as it was sent")
                  .with(QueryColumn.ID.title(), QueryColumn.ANSWER.title()));
    } catch (WorkbookRefused refused) {
      return unreadable(refused.says());
    }
  }

  private static ReturnedWorkbook unreadable(Text why) {
    return new ReturnedWorkbook(Optional.empty(), List.of(), Optional.of(why));
  }

  /** The centre under its own word, and the values of each question under the question's id. */
  private static Map<String, String> marks(Sheet sheet) {
    Map<String, String> marks = new HashMap<>();
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        marks.putIfAbsent(row.at(0).text().strip(), row.at(1).text().strip());
      }
    }
    return marks;
  }

  /** Where the columns stand, under which row. */
  private record Header(int row, Map<QueryColumn, Integer> columns) {

    String text(SourceRow row, QueryColumn column) {
      Integer at = columns.get(column);
      return at == null ? "" : row.at(at).text().strip();
    }
  }

  private static Optional<Header> header(Sheet sheet) {
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        if (row.index() > HEADER_WITHIN) {
          return Optional.empty();
        }
        Map<QueryColumn, Integer> columns = new EnumMap<>(QueryColumn.class);
        for (SourceCell cell : row.cells()) {
          for (QueryColumn column : QueryColumn.values()) {
            if (cell.kind() == Kind.TEXT && column.isNamed(cell.text())) {
              columns.putIfAbsent(column, cell.place().column());
            }
          }
        }
        if (columns.containsKey(QueryColumn.ID) && columns.containsKey(QueryColumn.ANSWER)) {
          return Optional.of(new Header(row.index(), columns));
        }
      }
    }
    return Optional.empty();
  }

  private static void replies(
      Sheet sheet, Header header, Map<String, String> marks, List<Reply> replies) {
    try (Sheet.Rows rows = sheet.rows()) {
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        if (row.index() > header.row()) {
          reply(sheet, header, marks, row).ifPresent(replies::add);
        }
      }
    }
  }

  /** A comment alone is an answer too. */
  private static Optional<Reply> reply(
      Sheet sheet, Header header, Map<String, String> marks, SourceRow row) {
    String written = header.text(row, QueryColumn.ANSWER);
    String comment = header.text(row, QueryColumn.COMMENT);
    if (written.isEmpty() && comment.isEmpty()) {
      return Optional.empty();
    }
    int column = header.columns().get(QueryColumn.ANSWER);
    String id = id(row.at(header.columns().get(QueryColumn.ID)));
    return Optional.of(
        new Reply(
            sheet.name(),
            Place.columnName(column) + (row.index() + 1),
            id,
            header.text(row, QueryColumn.PATIENT),
            Optional.ofNullable(marks.get(id)),
            header.text(row, QueryColumn.DUE),
            written,
            written.isEmpty() ? Optional.of(Choice.OTHER) : Choice.of(written),
            comment,
            header.text(row, QueryColumn.PERSON),
            header.text(row, QueryColumn.DAY)));
  }

  /** An id of digits only may have become a number, without its leading noughts. */
  private static String id(SourceCell cell) {
    String text = cell.text().strip().toLowerCase(Locale.ROOT);
    boolean isNumber = cell.kind() == Kind.NUMBER && text.matches("[0-9]{1,12}");
    return isNumber ? "0".repeat(ID_DIGITS - text.length()) + text : text;
  }
}
