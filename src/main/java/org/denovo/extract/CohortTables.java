package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import org.denovo.cohort.CohortDefinition;

/**
 * A cohort's data files as they lie in its folder, all written and closed: {@code cohort.csv}
 * first, then {@code adtte.csv} and one for each design that has one.
 */
record CohortTables(Path directory, CohortDefinition definition, List<DataFile> files) {

  CohortTables {
    files = List.copyOf(files);
  }
}
