package org.denovo.normalise;

import org.denovo.mapping.Meaning;
import org.denovo.source.SourceCell;

/** Reads one kind of cell. Never throws on data. */
interface CellReader {

  /** What the cell says under its column's meaning. */
  Reading read(SourceCell cell, Meaning meaning);
}
