package org.denovo.proposal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.vocabulary.Text;

/**
 * What is proposed for a column.
 *
 * @param target what it is taken for; empty if nothing is known of it
 * @param confidence from 0 to 1 that the target is right
 * @param candidates what else it could be, the likeliest first
 * @param options how its cells are to be read
 * @param note why it is as it is, if that needs a word
 * @param unread values that the readers would not understand, the most frequent first
 */
record ColumnDraft(
    ColumnScan scan,
    Decision decision,
    Optional<Target> target,
    double confidence,
    List<Candidate> candidates,
    Options options,
    Optional<Text> note,
    List<ColumnScan.Value> unread) {

  /** What the draft does with a column. */
  enum Decision {
    MAPPED,
    /** Mapped, and likely enough to be right more often than not, but not without a look. */
    TO_CHECK,
    IGNORED,
    OPEN
  }

  /** A target and how likely it is, from 0 to 1. */
  record Candidate(Target target, double confidence) {}

  /**
   * The options of a column in a mapping; empty for what needs none.
   *
   * @param codes code to value, in the order of the legend
   * @param take the whole word of the mapping, for example {@code last by 随访日期}
   */
  record Options(
      String unit,
      Map<String, String> codes,
      String splitOn,
      Meaning.DateOrder dateOrder,
      String take) {

    static final Options NONE = new Options("", Map.of(), "", Meaning.DateOrder.UNDECLARED, "");

    Options {
      Objects.requireNonNull(unit, "unit");
      codes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(codes));
    }

    Options withUnit(String other) {
      return new Options(other, codes, splitOn, dateOrder, take);
    }

    Options withTake(String other) {
      return new Options(unit, codes, splitOn, dateOrder, other);
    }

    Options withDateOrder(Meaning.DateOrder other) {
      return new Options(unit, codes, splitOn, other, take);
    }
  }

  ColumnDraft {
    candidates = List.copyOf(candidates);
    unread = List.copyOf(unread);
  }

  boolean isMapped() {
    return decision == Decision.MAPPED || decision == Decision.TO_CHECK;
  }

  boolean isToCheck() {
    return decision == Decision.TO_CHECK;
  }

  /** True for numbers that stand for something that nobody has explained. */
  boolean waitsForCodes() {
    return options.codes().isEmpty()
        && target.filter(t -> t.isCoded() || t.topic().isPresent()).isPresent()
        && !unread.isEmpty()
        && Contents.areBareCodes(scan.values());
  }

  /** True if no value of the column may be shown. */
  boolean isIdentifying() {
    return decision != Decision.OPEN && target.filter(Target::isIdentifying).isPresent();
  }

  ColumnDraft with(Decision other, Text why) {
    return new ColumnDraft(
        scan, other, target, confidence, candidates, options, Optional.of(why), unread);
  }

  ColumnDraft with(Options other) {
    return new ColumnDraft(scan, decision, target, confidence, candidates, other, note, unread);
  }

  ColumnDraft with(double other, Text why) {
    return new ColumnDraft(
        scan, decision, target, other, candidates, options, Optional.of(why), unread);
  }
}
