package org.denovo.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.denovo.record.Absence;
import org.denovo.record.Field;
import org.denovo.record.FieldType;

/** What may stand for a field's value in a mapping: the field's codes, numbers and dates. */
final class FieldCodes {

  private FieldCodes() {}

  /** True if the code is an absence, or a value that one of the fields can hold. */
  static boolean fits(Collection<Field<?>> fields, String code) {
    return absences().contains(code)
        || fields.stream().anyMatch(field -> parses(field.type(), code));
  }

  /** The codes that may be written for the fields, absences last. */
  static Set<String> known(Collection<Field<?>> fields) {
    Set<String> known = new LinkedHashSet<>();
    fields.forEach(field -> known.addAll(codes(field.type())));
    known.addAll(absences());
    return known;
  }

  /** The units that a column of the fields may be in; the fields' own first. */
  static Set<String> units(Collection<Field<?>> fields) {
    Set<String> units = new LinkedHashSet<>();
    for (Field<?> field : fields) {
      String own = unit(field.type());
      if (!own.isEmpty()) {
        units.add(own);
        units.addAll(relatives(own));
      }
    }
    return units;
  }

  private static List<String> relatives(String unit) {
    return switch (unit) {
      case "mm" -> List.of("cm", "m");
      case "%" -> List.of("fraction");
      case Meaning.FROM_1900 -> List.of(Meaning.FROM_1904);
      case "mo", "a" -> List.of("days", "weeks", "months", "years", "a");
      default -> List.of();
    };
  }

  private static List<String> absences() {
    return Arrays.stream(Absence.values()).map(Absence::code).toList();
  }

  private static List<String> codes(FieldType<?> type) {
    if (type instanceof FieldType.Code<?> code) {
      return new ArrayList<>(code.byCode().keySet());
    }
    if (type instanceof FieldType.Codes<?> codes) {
      return new ArrayList<>(codes.code().byCode().keySet());
    }
    return type instanceof FieldType.YesNo ? List.of("yes", "no") : List.of();
  }

  private static String unit(FieldType<?> type) {
    if (type instanceof FieldType.Date) {
      return Meaning.FROM_1900;
    }
    if (type instanceof FieldType.Whole whole) {
      return whole.unit();
    }
    if (type instanceof FieldType.Decimal decimal) {
      return decimal.unit();
    }
    return type instanceof FieldType.Range range ? range.unit() : "";
  }

  private static boolean parses(FieldType<?> type, String code) {
    try {
      if (code.isEmpty()) {
        return false;
      }
      type.parse(code);
      return true;
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      // The type's way of saying no; the caller reports it with its place.
      return false;
    }
  }
}
