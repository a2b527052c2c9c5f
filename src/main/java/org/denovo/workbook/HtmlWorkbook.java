package org.denovo.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/**
 * A web page with tables, which hospital systems send under the name of an .xls: one sheet without
 * a name, the tables one under another as Excel would show them, every cell a text. Nothing that
 * the page points to is fetched.
 */
final class HtmlWorkbook implements Workbook {

  private final String file;
  private final FileChannel channel;
  private final Limits limits;
  private final Encoding encoding;
  private final Set<Trait> traits;
  private final SheetLayout layout;
  private final List<String> fills;

  private HtmlWorkbook(
      String file, FileChannel channel, Limits limits, Encoding encoding, Set<Trait> traits) {
    this.file = file;
    this.channel = channel;
    this.limits = limits;
    this.encoding = encoding;
    this.traits = traits;
    SheetLayout.Builder places = new SheetLayout.Builder(limits);
    try (HtmlRows rows = page(List.of())) {
      this.fills = rows.layOut(places);
    }
    this.layout = places.build();
  }

  static Workbook open(
      String file, String extension, FileChannel channel, Limits limits, Set<Trait> traits)
      throws IOException {
    if (channel.size() > limits.oldFormatBytes()) {
      throw Refusals.tooLarge(
          new Text("HTML 文件字节数", "The HTML file's size in bytes is"), limits.oldFormatBytes());
    }
    HtmlWorkbook page = new HtmlWorkbook(file, channel, limits, Encoding.of(channel), traits);
    if (page.layout.facts().lastRow() < 0) {
      throw WorkbookFile.stranger(extension, Content.HTML);
    }
    return page;
  }

  private HtmlRows page(List<String> colours) {
    try {
      return new HtmlRows(TextWorkbook.reader(channel, encoding), limits, colours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new Page());
  }

  @Override
  public WorkbookFacts facts() {
    return new WorkbookFacts("html", "", encoding.title(), false, traits, List.of());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Refusals.broken("HTML", e);
    }
  }

  private final class Page implements Sheet {
    @Override
    public String name() {
      return "";
    }

    @Override
    public boolean hidden() {
      return false;
    }

    @Override
    public SheetFacts facts() {
      return layout.facts();
    }

    @Override
    public Rows rows() {
      // Each colour is a style; a cell of none has one beyond them, which is plain.
      Styles styles =
          new Styles(fills.stream().map(fill -> Look.of("", false, true, fill, "")).toList());
      XlsxParts book = new XlsxParts(file, limits, false, styles, SharedStrings::none);
      return new XlsxRows(this, "HTML", book, layout, page(fills));
    }
  }
}
