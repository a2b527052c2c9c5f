package org.denovo.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.denovo.source.SourceRow;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.SheetFacts;

/**
 * A sheet that is parsed once, however often it is passed over, as long as it is small. A large one
 * is parsed again for each pass, so that memory stays bounded. One pass at a time.
 */
final class RememberedSheet implements Sheet, AutoCloseable {

  /** About 30 MB of cells. */
  private static final int MOST_CELLS = 250_000;

  private final Sheet sheet;
  private final int mostCells;
  private List<SourceRow> rows = new ArrayList<>();
  private int cells;
  private Rows source;
  private State state = State.NEW;

  private enum State {
    NEW,
    READING,
    WHOLE,
    TOO_LARGE
  }

  RememberedSheet(Sheet sheet) {
    this(sheet, MOST_CELLS);
  }

  RememberedSheet(Sheet sheet, int mostCells) {
    this.sheet = sheet;
    this.mostCells = mostCells;
  }

  @Override
  public String name() {
    return sheet.name();
  }

  @Override
  public boolean hidden() {
    return sheet.hidden();
  }

  @Override
  public SheetFacts facts() {
    return sheet.facts();
  }

  @Override
  public Rows rows() {
    if (state == State.TOO_LARGE) {
      return sheet.rows();
    }
    if (state == State.NEW) {
      source = sheet.rows();
      state = State.READING;
    }
    return new Pass();
  }

  /** Closes what a pass that did not reach the end left open, and forgets the rows. */
  @Override
  public void close() {
    if (state == State.READING) {
      source.close();
    }
    rows = new ArrayList<>();
    cells = 0;
    state = state == State.TOO_LARGE ? State.TOO_LARGE : State.NEW;
  }

  private final class Pass implements Rows {

    private int next;
    private boolean alone;

    @Override
    public boolean hasNext() {
      if (alone) {
        return source.hasNext();
      }
      if (next < rows.size()) {
        return true;
      }
      if (state == State.READING && !source.hasNext()) {
        source.close();
        state = State.WHOLE;
      }
      return state == State.READING;
    }

    @Override
    public SourceRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (alone) {
        return source.next();
      }
      if (next < rows.size()) {
        return rows.get(next++);
      }
      SourceRow row = source.next();
      rows.add(row);
      next++;
      cells += row.cells().size();
      if (cells > mostCells) {
        alone = true;
        state = State.TOO_LARGE;
        rows = new ArrayList<>();
      }
      return row;
    }

    @Override
    public void close() {
      if (alone) {
        source.close();
      }
    }
  }
}
