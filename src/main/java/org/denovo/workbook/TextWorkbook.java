package org.denovo.workbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.source.SourceRow;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/** A text file of fields: one sheet without a name, every cell a text. */
final class TextWorkbook implements Workbook {

  private static final int START = 1 << 16;

  private final String file;
  private final FileChannel channel;
  private final Limits limits;
  private final Encoding encoding;
  private final char delimiter;
  private final Set<Trait> traits;

  private TextWorkbook(
      String file,
      FileChannel channel,
      Limits limits,
      Encoding encoding,
      char delimiter,
      Set<Trait> traits) {
    this.file = file;
    this.channel = channel;
    this.limits = limits;
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.traits = traits;
  }

  static TextWorkbook open(
      String file, String extension, FileChannel channel, Limits limits, Set<Trait> traits)
      throws IOException {
    Encoding encoding = Encoding.of(channel);
    CharBuffer start = CharBuffer.allocate(START);
    Reader reader = reader(channel, encoding);
    while (start.hasRemaining() && reader.read(start) >= 0) {}
    start.flip();
    if (start.isEmpty()) {
      throw Refusals.empty();
    }
    if (isBinary(start)) {
      throw Refusals.unknown(extension);
    }
    char otherwise = extension.equals("tsv") || extension.equals("tab") ? '\t' : ',';
    char delimiter = Delimiter.of(start, otherwise);
    return new TextWorkbook(file, channel, limits, encoding, delimiter, traits);
  }

  /** Text has no zeros, and hardly any control characters. */
  private static boolean isBinary(CharSequence start) {
    int strange = 0;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      if (c == 0) {
        return true;
      }
      strange += c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A ? 1 : 0;
    }
    return strange * 100 > start.length();
  }

  /** The file's text from its start. */
  static Reader reader(FileChannel channel, Encoding encoding) throws IOException {
    return Channels.newReader(
        new ChannelFrom(channel, encoding.mark()), Encoding.strict(encoding.charset()), START);
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(new TextSheet());
  }

  @Override
  public WorkbookFacts facts() {
    return new WorkbookFacts("csv", "", encoding.title(), false, traits, List.of());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Refusals.broken("text", e);
    }
  }

  private final class TextSheet implements Sheet {
    @Override
    public String name() {
      return "";
    }

    @Override
    public boolean hidden() {
      return false;
    }

    @Override
    public Rows rows() {
      try {
        return new TextRows();
      } catch (IOException e) {
        throw Refusals.broken("text", e);
      }
    }
  }

  private final class TextRows extends RowsAhead {
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private int index;

    TextRows() throws IOException {
      CsvRecordHandler handler =
          CsvRecordHandler.builder()
              .maxFields(limits.columns())
              .maxFieldSize(limits.cellText())
              .maxRecordSize((int) Math.min(Integer.MAX_VALUE, limits.cellText() * 16L))
              .build();
      // A quote that is never closed would swallow the rest of the file: the reader refuses it.
      csv =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .skipEmptyLines(false)
              .allowUnclosedQuote(false)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(limits.cellText() * 16)
              .build(handler, reader(channel, encoding));
      records = csv.iterator();
    }

    @Override
    Optional<SourceRow> following() {
      if (!more()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      int row = index++;
      if (row >= limits.rows()) {
        throw Refusals.tooLarge(new Text("行数", "The number of rows is"), limits.rows());
      }
      return Optional.of(new SourceRow(file, "", row, cells(record, row)));
    }

    private boolean more() {
      try {
        return records.hasNext();
      } catch (CsvParseException | UncheckedIOException e) {
        // The parser's message may quote the text; the row says enough.
        throw Refusals.broken("row " + (index + 1));
      }
    }

    private List<SourceCell> cells(CsvRecord record, int row) {
      List<SourceCell> cells = new ArrayList<>(record.getFieldCount());
      for (int column = 0; column < record.getFieldCount(); column++) {
        String text = record.getField(column);
        if (!text.isEmpty()) {
          cells.add(SourceCell.text(new Place(file, "", row, column), text));
        }
      }
      return cells;
    }

    @Override
    public void close() {
      try {
        csv.close();
      } catch (IOException e) {
        throw Refusals.broken("text", e);
      }
    }
  }
}
