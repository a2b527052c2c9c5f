package org.denovo.change;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.SheetHeader;
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

  /** So many patients tell whether a column is another one. */
  private static final int LOOKED_AT = 300;

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
        Integer.MAX_VALUE,
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

  /**
   * The fields that the present mapping takes from a column with another header, if that is another
   * column and not the same one renamed: a fifth of the cells of some hundred patients differ. Of
   * an identifier's cells nothing is known, so another header is another column.
   */
  static Set<Field<?>> moved(Pairs pairs, List<SheetHeader> before, List<SheetHeader> now) {
    int[] relabelled = new int[Fields.all().size()];
    int[] rewritten = new int[relabelled.length];
    pairs.eachInBoth(
        LOOKED_AT,
        both -> {
          for (Field<?> field : Fields.all()) {
            Optional<SourceCell> old = both.before().cell(field);
            Optional<SourceCell> young = both.now().cell(field);
            if (old.isPresent()
                && young.isPresent()
                && !label(old.get(), before).equals(label(young.get(), now))) {
              relabelled[field.index()]++;
              boolean other =
                  field.type() instanceof FieldType.Identifier || !sameText(old.get(), young.get());
              rewritten[field.index()] += other ? 1 : 0;
            }
          }
        });
    Set<Field<?>> moved = new HashSet<>();
    for (Field<?> field : Fields.all()) {
      int n = relabelled[field.index()];
      if (n > 0 && 5 * rewritten[field.index()] >= n) {
        moved.add(field);
      }
    }
    return moved;
  }

  /** What stands over the cell's column; empty if that is not known. */
  static String label(SourceCell cell, List<SheetHeader> headers) {
    return headers.stream()
        .filter(header -> header.sheet().equals(cell.place().sheet()))
        .filter(header -> cell.place().column() < header.labels().size())
        .findFirst()
        .map(header -> header.labels().get(cell.place().column()))
        .orElse("");
  }

  /** The same with further fields that are taken from another column. */
  Reading withMoved(Set<Field<?>> more) {
    Set<Field<?>> all = new HashSet<>(moved);
    all.addAll(more);
    return new Reading(same, asked, all);
  }

  private static boolean sameColumn(SourceCell a, SourceCell b) {
    return a.place().column() == b.place().column() && a.place().sheet().equals(b.place().sheet());
  }

  /** True if a difference between two answers comes from the reading and not from the centre. */
  boolean explains(Field<?> field, PatientRecord before, PatientRecord now) {
    if (same) {
      return false;
    }
    if (moved.contains(field)) {
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
    // An identifier's text is not kept; its hash differs because the text does.
    return !(field.type() instanceof FieldType.Identifier)
        && old.isPresent()
        && young.isPresent()
        && sameText(old.get(), young.get());
  }

  /** True if two cells say the same. */
  static boolean sameText(SourceCell a, SourceCell b) {
    return a.kind() == b.kind() && a.text().strip().equals(b.text().strip());
  }

  static boolean isUncollected(Answer<?> answer) {
    return answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_COLLECTED;
  }
}
