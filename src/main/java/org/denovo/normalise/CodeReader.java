package org.denovo.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denovo.mapping.Meaning;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** Reads cells that need no grammar: a field's own codes, and for sets a list of its words. */
final class CodeReader implements CellReader {

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,3}([.]0)?");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    for (Field<?> field : meaning.fields()) {
      Optional<Reading> reading = reading(field, spelling, meaning);
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return DIGITS.matcher(spelling).matches()
        ? Reading.unreadable(FirstLook.principal(meaning), Remark.CODE_WITHOUT_TABLE)
        : Reading.unreadable(FirstLook.principal(meaning));
  }

  private static <T> Optional<Reading> reading(Field<T> field, String spelling, Meaning meaning) {
    FieldType<T> type = field.type();
    Optional<String> code =
        type instanceof FieldType.Codes<?> codes
            ? all(codes.code(), field, spelling, meaning)
            : type instanceof FieldType.Code<?> one ? own(one, spelling) : Optional.of(spelling);
    return code.flatMap(c -> FirstLook.answer(field, c)).map(answer -> Reading.of(field, answer));
  }

  private static Optional<String> own(FieldType.Code<?> list, String spelling) {
    return list.byCode().keySet().stream()
        .filter(code -> Spelling.of(code).equals(spelling))
        .findFirst();
  }

  private static Optional<String> all(
      FieldType.Code<?> list, Field<?> field, String spelling, Meaning meaning) {
    String separators = meaning.splitOn().isEmpty() ? ",;/+|" : Spelling.of(meaning.splitOn());
    String anyOf =
        separators
            .codePoints()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining("|"));
    List<String> codes = new ArrayList<>();
    for (String part : spelling.split(anyOf)) {
      String word = part.trim();
      Optional<String> code = meaning.words().code(field.name(), word).or(() -> own(list, word));
      if (code.isEmpty()) {
        return Optional.empty();
      }
      codes.add(code.get());
    }
    return Optional.of(String.join(";", codes));
  }
}
