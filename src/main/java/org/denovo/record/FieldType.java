package org.denovo.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;

/**
 * What the values of a field are, and how they are written: the same text in the database, in the
 * extracts and in mapping files.
 */
public sealed interface FieldType<T> {

  /** The value as text. */
  String write(T value);

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  T parse(String text);

  /** A constant of a code list. */
  record Code<E extends Enum<E> & Coded>(Class<E> list, Map<String, E> byCode)
      implements FieldType<E> {

    public Code {
      Objects.requireNonNull(list, "list");
      byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }

    /** The type of a code list. */
    public static <E extends Enum<E> & Coded> Code<E> of(Class<E> list) {
      Map<String, E> byCode = new LinkedHashMap<>();
      for (E constant : list.getEnumConstants()) {
        byCode.put(constant.code(), constant);
      }
      return new Code<>(list, byCode);
    }

    @Override
    public String write(E value) {
      return value.code();
    }

    @Override
    public E parse(String text) {
      E value = byCode.get(text);
      if (value == null) {
        throw new IllegalArgumentException(text);
      }
      return value;
    }
  }

  /** A set of constants of a code list, written with semicolons in the order of the list. */
  record Codes<E extends Enum<E> & Coded>(Code<E> code) implements FieldType<Set<E>> {

    @Override
    public String write(Set<E> value) {
      return value.stream().sorted().map(Coded::code).collect(Collectors.joining(";"));
    }

    @Override
    public Set<E> parse(String text) {
      EnumSet<E> set = EnumSet.noneOf(code.list());
      if (!text.isEmpty()) {
        Arrays.stream(text.split(";")).map(code::parse).forEach(set::add);
      }
      return Collections.unmodifiableSet(set);
    }
  }

  /** Yes or no. */
  record YesNo() implements FieldType<Boolean> {

    @Override
    public String write(Boolean value) {
      return value ? "yes" : "no";
    }

    @Override
    public Boolean parse(String text) {
      if (!text.equals("yes") && !text.equals("no")) {
        throw new IllegalArgumentException(text);
      }
      return text.equals("yes");
    }

    /** The two values with their names. */
    public static List<Map.Entry<String, Text>> codes() {
      return List.of(Map.entry("yes", new Text("是", "Yes")), Map.entry("no", new Text("否", "No")));
    }
  }

  /**
   * A whole number.
   *
   * @param unit empty where there is none
   */
  record Whole(String unit, int least, int most) implements FieldType<Integer> {

    @Override
    public String write(Integer value) {
      return value.toString();
    }

    @Override
    public Integer parse(String text) {
      return Integer.valueOf(text);
    }
  }

  /** A decimal number. */
  record Decimal(String unit, double least, double most) implements FieldType<Double> {

    @Override
    public String write(Double value) {
      return Interval.number(value);
    }

    @Override
    public Double parse(String text) {
      return Double.valueOf(text);
    }
  }

  /** A number known to lie between two bounds. */
  record Range(String unit, double least, double most) implements FieldType<Interval> {

    @Override
    public String write(Interval value) {
      return value.write();
    }

    @Override
    public Interval parse(String text) {
      return Interval.parse(text);
    }
  }

  /** A date with its precision. */
  record Date() implements FieldType<PartialDate> {

    @Override
    public String write(PartialDate value) {
      return value.write();
    }

    @Override
    public PartialDate parse(String text) {
      return PartialDate.parse(text);
    }
  }

  /** A direct identifier. Its value is a keyed hash from the moment it is read. */
  record Identifier() implements FieldType<String> {

    @Override
    public String write(String value) {
      return value;
    }

    @Override
    public String parse(String text) {
      return text;
    }
  }
}
