package org.denovo.workbook;

import java.util.Objects;

/**
 * A comment on a cell. Its text may be about a patient, so it goes to reports and never to a log.
 *
 * @param row counted from 0
 * @param column counted from 0
 */
public record Comment(int row, int column, String text) {

  public Comment {
    Objects.requireNonNull(text, "text");
  }
}
