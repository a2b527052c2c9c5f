package org.denovo.mapping;

import java.util.Objects;
import org.denovo.yaml.YamlNode;

/**
 * What a cell of a column should be read as, as the mapping's author wrote it.
 *
 * @param cell the text of the cell, where it stands in the file
 * @param expected the value of the column's field; or a map from fields to values
 */
public record CellExample(YamlNode cell, YamlNode expected) {

  public CellExample {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(expected, "expected");
  }
}
