package org.denovo.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Rewrites the XML parts of an .xlsx into what other programs write. */
final class Parts {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_OFFICE =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private Parts() {}

  /**
   * Writes a copy.
   *
   * @param change from a part's name and text to its new text; a text that begins with a byte order
   *     mark is written in UTF-16
   */
  static void rewrite(Path from, Path to, BinaryOperator<String> change) throws IOException {
    try (ZipFile read = new ZipFile(from.toFile());
        ZipOutputStream write = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : Collections.list(read.entries())) {
        byte[] bytes = read.getInputStream(entry).readAllBytes();
        write.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
          String text = change.apply(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
          bytes =
              text.getBytes(
                  text.startsWith("\uFEFF") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        }
        write.write(bytes);
        write.closeEntry();
      }
    }
  }

  /** The strict form (ISO/IEC 29500), each part in UTF-16 and with a prefix on every element. */
  static String strict(String part, String text) {
    String strict = text.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE);
    if (part.endsWith(".rels") || !part.startsWith("xl/")) {
      return strict;
    }
    String body = strict.replaceFirst("<\\?xml[^>]*\\?>", "");
    String prefixed =
        body.replaceAll("<(/?)([A-Za-z]\\w*)(?=[\\s/>])", "<$1x:$2")
            .replace("xmlns=\"" + STRICT_MAIN, "xmlns:x=\"" + STRICT_MAIN);
    boolean whole = prefixed.contains("xmlns:x=");
    return "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + (whole ? prefixed : body);
  }
}
