package org.denovo.vocabulary;

/** A constant of a code list: the code as files write it, and its name as people read it. */
public interface Coded {

  /** The code in every file and database column, for example {@code positive_micro}. */
  String code();

  /** The name of the code in Chinese and English. */
  Text title();
}
