package org.denovo.workbook;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.denovo.source.SourceRow;

/** One pass over rows that leaves out those in which nothing stands. */
abstract class RowsAhead implements Sheet.Rows {

  private SourceRow ahead;

  /** The row that follows, which may have no cells; nothing behind the last. */
  abstract Optional<SourceRow> following();

  @Override
  public final boolean hasNext() {
    while (ahead == null) {
      Optional<SourceRow> row = following();
      if (row.isEmpty()) {
        return false;
      }
      ahead = row.get().cells().isEmpty() ? null : row.get();
    }
    return true;
  }

  @Override
  public final SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SourceRow row = ahead;
    ahead = null;
    return row;
  }
}
