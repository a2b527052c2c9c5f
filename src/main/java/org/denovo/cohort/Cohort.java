package org.denovo.cohort;

import org.denovo.vocabulary.Text;

/** What a cohort file defines: a cohort, or why there can be none. */
public sealed interface Cohort permits CohortDefinition, NotReproducible {

  /** The file's name without its ending. */
  String name();

  String version();

  Text title();

  /** The study or convention that it follows. */
  String source();

  /** What the source found and how far the definition is from it. */
  Study study();
}
