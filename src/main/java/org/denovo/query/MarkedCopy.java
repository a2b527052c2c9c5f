package org.denovo.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookFacts;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;

/**
 * A copy of a centre's own workbook in which each cell that a question is about is coloured and
 * carries the question as a comment. The original is only read. Where no copy can be made, the
 * reason is.
 */
public final class MarkedCopy {

  /** Above it the whole workbook in memory would cost more than the marks are worth. */
  private static final long LARGEST = 2L << 20;

  private static final int COMMENT_LINES = 8;
  private static final int COMMENT_COLUMNS = 3;

  private final Workbook book;
  private final Lang lang;
  private final Map<Integer, CellStyle> coloured = new HashMap<>();

  private MarkedCopy(Workbook book, Lang lang) {
    this.book = book;
    this.lang = lang;
  }

  /**
   * A copy, or why there is none.
   *
   * @param file its name
   */
  public record Made(Optional<String> file, Text why) {

    public Made {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(why, "why");
    }

    /** No copy. */
    public static Made none(Text why) {
      return new Made(Optional.empty(), why);
    }
  }

  /**
   * Makes the copy in a folder.
   *
   * @param name of the copy, without extension
   * @param password the centre's
   */
  public static Made write(
      Path original,
      Path folder,
      String name,
      List<Question> questions,
      Lang lang,
      Limits limits,
      Optional<char[]> password) {
    WorkbookFacts facts;
    try (org.denovo.workbook.Workbook workbook = WorkbookFile.open(original, limits, password)) {
      facts = workbook.facts();
    } catch (WorkbookRefused refused) {
      return Made.none(refused.says());
    }
    if (facts.is(WorkbookFacts.Trait.ENCRYPTED)) {
      return Made.none(
          new Text(
              "该工作簿有密码，不留无密码的副本",
              "the workbook has a password; no copy without one is left lying"));
    }
    if (!facts.format().equals("xlsx") && !facts.format().equals("xls")) {
      return Made.none(
          new Text("{0}格式没有颜色与批注", "the format {0} has neither colours nor comments")
              .with(facts.format()));
    }
    try {
      if (Files.size(original) > LARGEST) {
        return Made.none(new Text("工作簿超过2 MB", "the workbook is larger than 2 MB"));
      }
      return marked(original, folder, name, facts.format(), questions, lang);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Made marked(
      Path original, Path folder, String name, String format, List<Question> questions, Lang lang)
      throws IOException {
    boolean isXlsx = format.equals("xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean hasMacros = false;
    try (InputStream in = Files.newInputStream(original);
        Workbook book = isXlsx ? new XSSFWorkbook(in) : new HSSFWorkbook(in)) {
      // A spreadsheet program opens neither kind under the other's name.
      hasMacros = book instanceof XSSFWorkbook xlsx && xlsx.isMacroEnabled();
      new MarkedCopy(book, lang).mark(questions);
      book.write(bytes);
    } catch (RuntimeException | IOException e) {
      // What the registry's own reader accepts is not always what the library can write again.
      return Made.none(new Text("该工作簿无法原样另存", "the workbook cannot be saved again as it is"));
    }
    String file = name + "." + (hasMacros ? "xlsm" : format);
    if (isXlsx) {
      StoredZip.write(folder.resolve(file), bytes.toByteArray());
    } else {
      Files.write(folder.resolve(file), bytes.toByteArray());
    }
    return new Made(Optional.of(file), new Text("已生成", "made"));
  }

  /** Where a comment stands. */
  private record At(String sheet, int row, int column) {}

  private void mark(List<Question> questions) {
    Map<At, StringBuilder> comments = new LinkedHashMap<>();
    for (Question question : questions) {
      for (Question.Where where : question.cells()) {
        comments
            .computeIfAbsent(
                new At(where.sheet(), where.row(), where.column()), at -> new StringBuilder())
            .append(question.says().in(lang))
            .append(" [")
            .append(question.findingId())
            .append("]\n");
      }
    }
    comments.forEach(
        (at, text) -> {
          Sheet sheet = book.getSheet(at.sheet());
          if (sheet != null) {
            mark(sheet, at, text.toString().strip());
          }
        });
  }

  private void mark(Sheet sheet, At at, String text) {
    Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
    Cell cell = row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    cell.setCellStyle(
        coloured.computeIfAbsent(
            (int) cell.getCellStyle().getIndex(), index -> coloured(cell.getCellStyle())));
    String plain = CellText.plain(text);
    Comment there = cell.getCellComment();
    if (there != null) {
      there.setString(
          book.getCreationHelper()
              .createRichTextString(there.getString().getString() + "\n" + plain));
      return;
    }
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    anchor.setCol1(at.column());
    anchor.setCol2(at.column() + COMMENT_COLUMNS);
    anchor.setRow1(at.row());
    anchor.setRow2(at.row() + COMMENT_LINES);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString(plain));
    comment.setAuthor("Denovo");
    cell.setCellComment(comment);
  }

  private CellStyle coloured(CellStyle own) {
    CellStyle style = book.createCellStyle();
    style.cloneStyleFrom(own);
    style.setFillForegroundColor(IndexedColors.LIGHT_ORANGE.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }
}
