package org.denovo.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/**
 * Opens a workbook of any format that centres send: .xlsx, .xlsm, .xls, .et, .csv and .tsv, and
 * what hospital systems write under the name of one: tables in HTML and XML Spreadsheet 2003. What
 * it is is told by its content; the extension decides only between delimiters. The file is read,
 * never written, and nothing of it is unpacked or decrypted to disk.
 */
public final class WorkbookFile {

  private static final Set<String> TEXTS = Set.of("csv", "tsv", "txt", "tab");
  private static final Set<String> PAGES = Set.of("html", "htm");
  private static final Set<String> WORKBOOKS =
      Set.of("xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "tab");
  private static final int START = 4096;

  private WorkbookFile() {}

  /**
   * Opens a file.
   *
   * @param password the centre's password, used only if the workbook has one
   * @throws WorkbookRefused if it is no workbook, broken, hostile, too large or locked
   */
  public static Workbook open(Path file, Limits limits, Optional<char[]> password) {
    return open(file, limits, password, false);
  }

  /**
   * Opens a form that this program made and somebody filled in: the same, but also an OpenDocument
   * spreadsheet, of which only the texts of cells are read.
   */
  public static Workbook openForm(Path file, Limits limits, Optional<char[]> password) {
    return open(file, limits, password, true);
  }

  private static Workbook open(
      Path file, Limits limits, Optional<char[]> password, boolean isForm) {
    FileChannel channel = channel(file, limits);
    boolean opened = false;
    try {
      Workbook workbook = open(file, channel, limits, password, isForm);
      opened = true;
      return workbook;
    } catch (IOException e) {
      throw Refusals.unreadable(e);
    } finally {
      if (!opened) {
        close(channel);
      }
    }
  }

  private static FileChannel channel(Path file, Limits limits) {
    try {
      BasicFileAttributes facts =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!facts.isRegularFile()) {
        throw Refusals.notAFile();
      }
      if (facts.size() == 0) {
        throw Refusals.empty();
      }
      if (facts.size() > limits.fileBytes()) {
        throw Refusals.tooLarge(
            new Text("文件字节数", "The file's size in bytes is"), limits.fileBytes());
      }
      return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw Refusals.unreadable(e);
    }
  }

  private static Workbook open(
      Path file, FileChannel channel, Limits limits, Optional<char[]> password, boolean isForm)
      throws IOException {
    String name = file.getFileName().toString();
    String extension = extension(name);
    byte[] start = start(channel);
    Content content = Content.of(start);
    return switch (content) {
      case ZIP ->
          isForm
              ? ZipWorkbook.openForm(name, extension, channel, limits)
              : ZipWorkbook.open(name, extension, channel, limits, Set.of());
      case OLE2 -> OleWorkbook.open(name, extension, channel, limits, password);
      case TEXT -> {
        Set<Trait> traits = named(extension, content, TEXTS);
        if (!traits.isEmpty() && !isTable(start)) {
          throw stranger(extension, content);
        }
        yield TextWorkbook.open(name, extension, channel, limits, traits);
      }
      case HTML -> {
        Set<Trait> traits = named(extension, content, PAGES);
        yield HtmlWorkbook.open(name, extension, channel, limits, traits);
      }
      case XML_SPREADSHEET -> {
        Set<Trait> traits = named(extension, content, Set.of("xml"));
        yield XmlSpreadsheet.open(name, channel, limits, traits);
      }
      case WEB_ARCHIVE, OPEN_DOCUMENT, XML, PDF, RTF, IMAGE, ARCHIVE ->
          throw stranger(extension, content);
    };
  }

  /**
   * What a readable content means for the name: it is right, or it is another workbook's and the
   * file is read nevertheless.
   */
  private static Set<Trait> named(String extension, Content content, Set<String> own) {
    if (own.contains(extension)) {
      return Set.of();
    }
    if (!WORKBOOKS.contains(extension)) {
      throw stranger(extension, content);
    }
    return Set.of(Trait.WRONG_EXTENSION);
  }

  /** True if something may separate columns; plain words under a workbook's name are no table. */
  private static boolean isTable(byte[] start) {
    for (byte b : start) {
      if (b == ',' || b == '\t' || b == ';' || b == '|') {
        return true;
      }
    }
    return false;
  }

  /** A workbook's extension on something else is a masquerade; anything else is just unknown. */
  static WorkbookRefused stranger(String extension, Content content) {
    return WORKBOOKS.contains(extension)
        ? Refusals.masquerade(extension, content.title())
        : Refusals.unknown(extension);
  }

  private static byte[] start(FileChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(START);
    int at = 0;
    for (int n = channel.read(start, at); n > 0; n = channel.read(start, at)) {
      at += n;
    }
    return Arrays.copyOf(start.array(), at);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw Refusals.unreadable(e);
    }
  }
}
