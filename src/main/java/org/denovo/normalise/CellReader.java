package org.denovo.normalise;

import org.denovo.mapping.Meaning;
import org.denovo.source.SourceCell;

/** Reads one kind of cell. Never throws on data. */
@FunctionalInterface
interface CellReader {

  /**
   * What the cell says about the fields of its meaning; fields it is silent about may be left out.
   */
  Reading read(SourceCell cell, Meaning meaning);
}
