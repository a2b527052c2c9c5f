package org.denovo.normalise;

import java.util.List;
import java.util.stream.Stream;
import org.denovo.vocabulary.Edition;

/** The lists of words that come with the software and that all centres share. */
public final class WordLists {

  /** Rises when a word is added or means something else: patch, minor, major as for a mapping. */
  private static final String VERSION = "1.0.0";

  static final List<String> NAMES =
      List.of(
          "absence",
          "cells",
          "codes",
          "margin",
          "metastases",
          "operation",
          "operation_codes",
          "regimen",
          "vital",
          "yes_no");

  /** Tables by which characters are folded, of names and before a word is looked up. */
  static final List<String> FOLDS = List.of("names", "traditional");

  private WordLists() {}

  /** All of them as one edition. */
  public static Edition edition() {
    StringBuilder all = new StringBuilder();
    Stream.concat(NAMES.stream(), FOLDS.stream())
        .forEach(name -> all.append(name).append('\n').append(WordFile.text(name)));
    return Edition.of(Edition.Kind.WORDS, "built-in", VERSION, all.toString());
  }
}
