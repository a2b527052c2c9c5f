package org.denovo.mapping;

import java.util.List;
import java.util.Objects;
import org.denovo.vocabulary.Edition;

/**
 * The words of a registry that all of its centres share.
 *
 * @param editions of the files that they stand in
 */
record SharedWords(Words words, List<Edition> editions) {

  SharedWords {
    Objects.requireNonNull(words, "words");
    editions = List.copyOf(editions);
  }
}
