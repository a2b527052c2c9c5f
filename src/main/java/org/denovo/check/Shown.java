package org.denovo.check;

import java.util.Set;
import java.util.TreeSet;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/** A patient's answers as a finding shows them. Identifiers are never shown. */
public final class Shown {

  private static final Text WITHHELD = new Text("（不显示）", "(withheld)");
  private static final Text UNREADABLE = new Text("（无法识别）", "(not understood)");
  private static final Text NONE = new Text("无", "none");

  private Shown() {}

  /** The answer to a field or derived variable. */
  public static <T> Text answer(PatientRecord patient, Variable<T> variable) {
    if (variable.type() instanceof FieldType.Identifier) {
      return WITHHELD;
    }
    Answer<T> answer = variable.of(patient);
    if (answer instanceof Answer.Known<T> known) {
      return value(variable.type(), known.value());
    }
    return answer instanceof Answer.Absent<T> absent ? within(absent.why().title()) : UNREADABLE;
  }

  private static <T> Text value(FieldType<T> type, T value) {
    if (value instanceof Coded coded) {
      return within(coded.title());
    }
    if (value instanceof Boolean yes) {
      return yes ? new Text("是", "yes") : new Text("否", "no");
    }
    if (value instanceof Set<?> set) {
      return titles(set);
    }
    if (value instanceof Interval interval) {
      return interval(interval);
    }
    return Text.same(type.write(value));
  }

  /** A title as it stands within a sentence: {@code Blank} becomes {@code blank}, M1 stays. */
  public static Text within(Text title) {
    String en = title.en();
    return word(en)
        ? new Text(title.zh(), Character.toLowerCase(en.charAt(0)) + en.substring(1))
        : title;
  }

  /** A sentence, which begins with a capital. */
  public static Text sentence(Text says) {
    String en = says.en();
    return word(en)
        ? new Text(says.zh(), Character.toUpperCase(en.charAt(0)) + en.substring(1))
        : says;
  }

  private static boolean word(String en) {
    return en.length() > 1
        && Character.isLetter(en.charAt(0))
        && Character.isLowerCase(en.charAt(1));
  }

  /** Bounds in words. */
  static Text interval(Interval interval) {
    if (interval.isExact()) {
      return Text.same(Interval.number(interval.min()));
    }
    String least = Interval.number(interval.min());
    return Double.isInfinite(interval.max())
        ? new Text("至少" + least, "at least " + least)
        : new Text(
            least + "至" + Interval.number(interval.max()),
            least + " to " + Interval.number(interval.max()));
  }

  private static Text titles(Set<?> set) {
    if (set.isEmpty()) {
      return NONE;
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Object member : new TreeSet<>(set)) {
      Text title = within(((Coded) member).title());
      zh.append(zh.isEmpty() ? "" : "、").append(title.zh());
      en.append(en.isEmpty() ? "" : ", ").append(title.en());
    }
    return new Text(zh.toString(), en.toString());
  }

  /** What stands in the field's cell. */
  static Text raw(PatientRecord patient, Field<?> field) {
    return field.type() instanceof FieldType.Identifier
        ? WITHHELD
        : Text.same(patient.cell(field).map(cell -> cell.text().strip()).orElse(""));
  }

  /** The cell of a field, emptied if the field is an identifier. */
  public static SourceCell cell(Field<?> field, SourceCell cell) {
    return field.type() instanceof FieldType.Identifier
        ? new SourceCell(cell.place(), cell.kind(), "", Double.NaN, cell.format(), cell.marks())
        : cell;
  }
}
