package org.denovo.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.denovo.vocabulary.Text;

/** What a file is by its first bytes. */
enum Content {
  ZIP(new Text("压缩包", "a zip archive")),
  OLE2(new Text("旧版 Office 文件", "an old Office file")),
  HTML(new Text("网页（HTML）", "a web page (HTML)")),
  WEB_ARCHIVE(new Text("网页归档（MHTML）", "a web archive (MHTML)")),
  XML_SPREADSHEET(new Text("XML 电子表格 2003", "an XML Spreadsheet 2003")),
  OPEN_DOCUMENT(new Text("OpenDocument 文件", "an OpenDocument file")),
  XML(new Text("XML 文件", "an XML file")),
  PDF(new Text("PDF 文件", "a PDF file")),
  RTF(new Text("RTF 文档", "an RTF document")),
  IMAGE(new Text("图片", "a picture")),
  ARCHIVE(new Text("RAR、7z 或 gzip 压缩包", "a RAR, 7z or gzip archive")),
  TEXT(new Text("纯文本", "plain text"));

  private static final List<String> HTML_STARTS =
      List.of(
          "<!doctype html",
          "<html",
          "<head",
          "<meta",
          "<body",
          "<table",
          "<style",
          "<script",
          "<div",
          "<!--");

  private final Text title;

  Content(Text title) {
    this.title = title;
  }

  Text title() {
    return title;
  }

  static Content of(byte[] start) {
    if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(start, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return OLE2;
    }
    if (starts(start, '%', 'P', 'D', 'F', '-')) {
      return PDF;
    }
    if (starts(start, '{', '\\', 'r', 't', 'f')) {
      return RTF;
    }
    if (starts(start, 0x89, 'P', 'N', 'G')
        || starts(start, 0xFF, 0xD8, 0xFF)
        || starts(start, 'G', 'I', 'F', '8')) {
      return IMAGE;
    }
    if (starts(start, 'R', 'a', 'r', '!')
        || starts(start, '7', 'z', 0xBC, 0xAF)
        || starts(start, 0x1F, 0x8B)) {
      return ARCHIVE;
    }
    return markup(start);
  }

  private static Content markup(byte[] start) {
    // One byte a character and no zeros: finds ASCII tags in UTF-8, GB18030 and UTF-16 alike.
    String text =
        new String(start, StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (HTML_STARTS.stream().anyMatch(text::startsWith)) {
      return HTML;
    }
    if (text.startsWith("mime-version:")) {
      return WEB_ARCHIVE;
    }
    if (text.startsWith("<?xml") || text.startsWith("<workbook")) {
      if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
        return text.contains("<html") ? HTML : XML_SPREADSHEET;
      }
      if (text.contains("<office:document")) {
        return OPEN_DOCUMENT;
      }
      return text.contains("<html") ? HTML : XML;
    }
    return TEXT;
  }

  /** True if the bytes begin with these. */
  static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
