package org.denovo.sample;

/**
 * A centre's habits.
 *
 * @param habit which of several words and headers it uses
 * @param missing the share of cells that it leaves without a value, where it may
 */
record Style(
    boolean english,
    int habit,
    Dates dates,
    Receptors receptors,
    Her2 her2,
    Tnm tnm,
    Sites sites,
    Operation operation,
    double missing) {

  /** How ER and PR are written: 90, 90%, （+++）90%, 阳性(90%), 阳性, 85-95%, 90%强+, one line. */
  enum Receptors {
    NUMBER,
    PERCENT,
    PLUS,
    WORD_PERCENT,
    WORD,
    RANGE,
    STRENGTH,
    LINE
  }

  /** How HER2 is written: 2+,FISH(-) in one cell, score and ISH apart, or only the status. */
  enum Her2 {
    TEXT,
    SPLIT,
    STATUS
  }

  /** How the stage is written. */
  enum Tnm {
    SEPARATE,
    STRING,
    STRING_AND_GROUP,
    UPPER_CASE,
    GROUP_ONLY
  }

  /** How metastatic sites are written: a list, a phrase, one column a site. */
  enum Sites {
    LIST,
    PHRASE,
    FLAGS
  }

  /** How the operation is written: its type, or a phrase with side and axilla. */
  enum Operation {
    TYPE,
    PHRASE
  }

  String pick(String alternatives) {
    String[] choices = alternatives.split("\\|");
    return choices[habit % choices.length];
  }
}
