package org.denovo.mapping;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.denovo.record.Field;
import org.denovo.record.Topic;

/**
 * What a column says of a patient. Exactly one of field and topic is there.
 *
 * @param unit the unit that the column's numbers are in, for example {@code cm}, or for a date the
 *     day that its numbers count from; empty for the field's own, or the workbook's
 * @param codes the column's code table: what stands in a cell (folded as {@link Words#fold}) to the
 *     code of the field as {@link org.denovo.record.FieldType} writes it, or the code of an absence
 * @param splitOn the characters that separate several values in one cell; empty for the usual ones
 * @param dateOrder the order of a numeric date's parts, if the mapping names one
 * @param words the centre's own words for the field's codes, shared ones included: folded spelling
 *     to code or absence code
 */
public record Meaning(
    Optional<Field<?>> field,
    Optional<Topic> topic,
    String unit,
    Map<String, String> codes,
    String splitOn,
    DateOrder dateOrder,
    Words words) {

  /** The unit of a column of dates whose numbers are days of the 1900 system. */
  public static final String FROM_1900 = "days from 1900";

  /** The same for the 1904 system. */
  public static final String FROM_1904 = "days from 1904";

  /** The order of year, month and day in a numeric date. */
  public enum DateOrder {
    /** The mapping names none: only a date that can be read in one way is read. */
    UNDECLARED,
    YMD,
    DMY,
    MDY;

    /** The orders that a mapping can name. */
    static List<DateOrder> declarable() {
      return List.of(YMD, DMY, MDY);
    }
  }

  public Meaning {
    Objects.requireNonNull(unit, "unit");
    codes = Map.copyOf(codes);
    Objects.requireNonNull(dateOrder, "dateOrder");
    Objects.requireNonNull(words, "words");
    if (field.isPresent() == topic.isPresent()) {
      throw new IllegalArgumentException("a column means a field or a topic");
    }
  }

  /** The fields that the column may fill. */
  public List<Field<?>> fields() {
    return field.<List<Field<?>>>map(List::of).orElseGet(() -> topic.orElseThrow().fields());
  }
}
