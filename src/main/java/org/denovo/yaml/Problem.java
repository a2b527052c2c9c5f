package org.denovo.yaml;

import java.util.Objects;
import java.util.Optional;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/**
 * Something wrong in a configuration file.
 *
 * @param file the path as the user would type it
 * @param line counted from 1
 * @param column counted from 1
 * @param suggestion the nearest thing that would have been right
 */
public record Problem(String file, int line, int column, Text message, Optional<String> suggestion)
    implements Comparable<Problem> {

  public Problem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(suggestion, "suggestion");
  }

  /** {@code file:line:column message; did you mean 'x'?} */
  public String in(Lang lang) {
    String where = file + ":" + line + ":" + column + " ";
    return where
        + message.in(lang)
        + suggestion
            .map(
                s ->
                    switch (lang) {
                      case ZH -> "；是否应为“" + s + "”？";
                      case EN -> "; did you mean '" + s + "'?";
                    })
            .orElse("");
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
