package org.denovo.workbook;

import java.util.List;
import java.util.Optional;

/**
 * An opened workbook. It is never written to; macros, links and queries in it are never followed.
 */
public interface Workbook extends AutoCloseable {

  /** Its sheets in their order, hidden ones too; a text file has one, named with the empty text. */
  List<Sheet> sheets();

  /** The sheet of that name, compared after trimming. */
  default Optional<Sheet> sheet(String name) {
    return sheets().stream().filter(s -> s.name().strip().equals(name.strip())).findFirst();
  }

  /** What was found while opening it. */
  WorkbookFacts facts();

  @Override
  void close();
}
