package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.analysis.Grid;
import org.denovo.analysis.Varied;
import org.denovo.cohort.CohortDefinition;

/** Writes what a cohort's grid says: {@code sensitivity.csv} and {@code sensitivity.svg}. */
public final class SensitivityFiles {

  private SensitivityFiles() {}

  /** Writes both after the last patient; gives the picture. */
  public static String write(
      Path directory, CohortDefinition definition, Grid grid, Disclosure disclosure) {
    List<Varied> varied = grid.varied(disclosure.threshold());
    SensitivityCsv.write(directory.resolve("sensitivity.csv"), varied, disclosure);
    String forest = SensitivitySvg.draw(definition.title(), varied);
    try {
      Files.writeString(directory.resolve("sensitivity.svg"), forest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forest;
  }
}
