package org.denovo.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/** All that is wrong in the configuration, gathered so that it can be shown at once. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem at a node. */
  public void add(YamlNode at, Text message) {
    found.add(new Problem(at.file(), at.line(), at.column(), message, Optional.empty()));
  }

  /** Notes a problem at a node, suggesting the nearest of the words that would have been right. */
  public void add(YamlNode at, Text message, String wrong, Collection<String> right) {
    found.add(new Problem(at.file(), at.line(), at.column(), message, Nearest.to(wrong, right)));
  }

  /** Notes a problem that was made elsewhere. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** True if nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems, by file, line and column. */
  public List<Problem> sorted() {
    return found.stream().sorted().distinct().toList();
  }
}
