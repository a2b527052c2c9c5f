package org.denovo.workbook;

import java.nio.channels.SeekableByteChannel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/** Opens a zip archive that should be an .xlsx, and says what else it is. */
final class ZipWorkbook {

  private static final Set<String> EXTENSIONS = Set.of("xlsx", "xlsm");

  private ZipWorkbook() {}

  static Workbook open(
      String name, String extension, SeekableByteChannel bytes, Limits limits, Set<Trait> traits) {
    return open(name, extension, bytes, limits, traits, false);
  }

  /** The same, or an OpenDocument spreadsheet. */
  static Workbook openForm(
      String name, String extension, SeekableByteChannel bytes, Limits limits) {
    return open(name, extension, bytes, limits, Set.of(), true);
  }

  private static Workbook open(
      String name,
      String extension,
      SeekableByteChannel bytes,
      Limits limits,
      Set<Trait> traits,
      boolean isForm) {
    ZipParts zip = new ZipParts(bytes, limits);
    boolean opened = false;
    try {
      if (isForm && OpenDocument.isOne(zip)) {
        Workbook document = OpenDocument.open(name, zip, traits);
        opened = true;
        return document;
      }
      Optional<String> part = XlsxWorkbook.workbookPart(zip);
      if (part.isEmpty()) {
        throw Refusals.masquerade(extension, content(zip));
      }
      Set<Trait> all = EnumSet.noneOf(Trait.class);
      all.addAll(traits);
      if (!EXTENSIONS.contains(extension)) {
        all.add(Trait.WRONG_EXTENSION);
      }
      Workbook workbook = XlsxWorkbook.open(name, zip, part.get(), all);
      opened = true;
      return workbook;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static Text content(ZipParts zip) {
    if (zip.has("xl/workbook.bin")) {
      return new Text("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
    }
    if (zip.hasUnder("word/")) {
      return new Text("Word 文档", "a Word document");
    }
    if (zip.hasUnder("ppt/")) {
      return new Text("PowerPoint 演示文稿", "a PowerPoint presentation");
    }
    if (OpenDocument.isOne(zip)) {
      return new Text("OpenDocument 文件（.ods）", "an OpenDocument file (.ods)");
    }
    return Content.ZIP.title();
  }
}
