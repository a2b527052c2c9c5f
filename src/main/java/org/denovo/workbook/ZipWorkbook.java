package org.denovo.workbook;

import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;

/** Opens a zip archive that should be an .xlsx, and says what else it is. */
final class ZipWorkbook {

  private static final Set<String> EXTENSIONS = Set.of("xlsx", "xlsm");

  private ZipWorkbook() {}

  static Workbook open(
      String name, String extension, SeekableByteChannel bytes, Limits limits, boolean encrypted) {
    ZipParts zip = new ZipParts(bytes, limits);
    boolean opened = false;
    try {
      Optional<String> part = XlsxWorkbook.workbookPart(zip);
      if (part.isEmpty()) {
        throw Refusals.masquerade(extension, content(zip));
      }
      Workbook workbook =
          XlsxWorkbook.open(name, zip, part.get(), encrypted, !EXTENSIONS.contains(extension));
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
    if (zip.has("mimetype") && zip.has("content.xml")) {
      return new Text("OpenDocument 文件（.ods）", "an OpenDocument file (.ods)");
    }
    return Content.ZIP.title();
  }
}
