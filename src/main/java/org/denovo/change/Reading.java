package org.denovo.change;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.source.SourceCell;

/**
 * How two submissions were read, and so which of their differences are not the centre's.
 *
 * @param same true if mapping, words, program and key were the same
 * @param asked the fields that the present mapping asks for
 * @param moved the fields that the present mapping takes from another column than the last did from
 *     the same bytes
 */
public record Reading(boolean same, Set<Field<?>> asked, Set<Field<?>> moved) {

  public Reading {
    asked = Set.copyOf(asked);
    moved = Set.copyOf(moved);
  }

  /**
   * The fields that one reading of some bytes took from other columns than another reading of them.
   */
  public static Set<Field<?>> moved(Pairs readings) {
    int[] shared = new int[Fields.all().size()];
    int[] elsewhere = new int[shared.length];
    readings.eachInBoth(
        both -> {
          for (Field<?> field : Fields.all()) {
            Optional<SourceCell> before = both.before().cell(field);
            Optional<SourceCell> now = both.now().cell(field);
            if (before.isPresent() && now.isPresent()) {
              shared[field.index()]++;
              elsewhere[field.index()] += sameColumn(before.get(), now.get()) ? 0 : 1;
            }
          }
        });
    Set<Field<?>> moved = new HashSet<>();
    for (Field<?> field : Fields.all()) {
      if (2 * elsewhere[field.index()] > shared[field.index()]) {
        moved.add(field);
      }
    }
    return moved;
  }

  private static boolean sameColumn(SourceCell a, SourceCell b) {
    return a.place().column() == b.place().column() && a.place().sheet().equals(b.place().sheet());
  }

  /** True if a difference between two answers comes from the reading and not from the centre. */
  boolean explains(Field<?> field, PatientRecord before, PatientRecord now) {
    if (same) {
      return false;
    }
    // An identifier's text is not kept, so nobody can tell whether it was written in another way.
    if (field.type() instanceof FieldType.Identifier || moved.contains(field)) {
      return true;
    }
    if (isUncollected(before.answer(field))) {
      return true;
    }
    if (isUncollected(now.answer(field))) {
      return !asked.contains(field);
    }
    Optional<SourceCell> old = before.cell(field);
    Optional<SourceCell> young = now.cell(field);
    return old.isPresent() && young.isPresent() && sameText(old.get(), young.get());
  }

  /** True if two cells say the same. */
  static boolean sameText(SourceCell a, SourceCell b) {
    return a.kind() == b.kind() && a.text().strip().equals(b.text().strip());
  }

  static boolean isUncollected(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_COLLECTED;
  }
}
