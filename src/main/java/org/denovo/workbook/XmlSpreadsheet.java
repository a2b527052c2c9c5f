package org.denovo.workbook;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.workbook.WorkbookFacts.Trait;

/**
 * An XML Spreadsheet 2003, which hospital systems write under the name of an .xls. It is read in
 * passes over the file like every sheet in XML; a document type in it is refused.
 */
final class XmlSpreadsheet implements Workbook {

  /** What a refusal calls the only part. */
  static final String PART = "XML";

  private final FileChannel channel;
  private final List<Sheet> sheets;
  private final WorkbookFacts facts;

  private XmlSpreadsheet(FileChannel channel, List<Sheet> sheets, WorkbookFacts facts) {
    this.channel = channel;
    this.sheets = List.copyOf(sheets);
    this.facts = facts;
  }

  static Workbook open(String file, FileChannel channel, Limits limits, Set<Trait> traits) {
    XmlSpreadsheetLayout found;
    try (PartXml xml = part(channel)) {
      found = XmlSpreadsheetLayout.read(xml, limits);
    }
    if (found.sheets().isEmpty()) {
      throw Refusals.broken(PART);
    }
    XlsxParts book =
        new XlsxParts(
            file, limits, found.date1904(), new Styles(found.looks()), SharedStrings::none);
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < found.sheets().size(); i++) {
      sheets.add(new XmlSheet(channel, book, found.sheets().get(i), found.styles(), i));
    }
    return new XmlSpreadsheet(
        channel,
        sheets,
        new WorkbookFacts("xml", found.producer(), "", found.date1904(), traits, List.of()));
  }

  private static PartXml part(FileChannel channel) {
    return new PartXml(PART, Channels.newInputStream(new ChannelFrom(channel, 0)));
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public WorkbookFacts facts() {
    return facts;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Refusals.broken(PART, e);
    }
  }

  private record XmlSheet(
      FileChannel channel,
      XlsxParts book,
      XmlSpreadsheetLayout.Found found,
      Map<String, Integer> styles,
      int index)
      implements Sheet {

    @Override
    public String name() {
      return found.name();
    }

    @Override
    public boolean hidden() {
      return found.hidden();
    }

    @Override
    public SheetFacts facts() {
      return found.layout().facts();
    }

    @Override
    public Rows rows() {
      RowReader reader = new XmlSpreadsheetRows(part(channel), index, styles, book.limits());
      return new XlsxRows(this, PART, book, found.layout(), reader);
    }
  }
}
