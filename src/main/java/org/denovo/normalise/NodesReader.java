package org.denovo.normalise;

import static org.denovo.record.Fields.NODES_EXAMINED;
import static org.denovo.record.Fields.NODES_POSITIVE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/** Reads node counts: positive of examined (3/15), or one of the two in its own column. */
final class NodesReader implements CellReader {

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?:(?:同侧|左侧?|右侧?)?(?:腋窝|腋下|前哨)?淋巴结(?:转移)?|腋窝|ln|sln)?\\s*[:(\\[]?\\s*([0-9]{1,3})\\s*[/／]\\s*([0-9]{1,3})\\s*枚?\\s*[)\\]]?[.]?");
  private static final Pattern OUT_OF =
      Pattern.compile("([0-9]{1,3})\\s*枚(?:淋巴结)?中\\s*([0-9]{1,3})\\s*枚(?:阳性|转移|见转移|有转移)");

  private final NumberReader number = new NumberReader();

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    Matcher fraction = FRACTION.matcher(spelling);
    if (fraction.matches()) {
      return of(fraction.group(1), fraction.group(2));
    }
    Matcher outOf = OUT_OF.matcher(spelling);
    if (outOf.matches()) {
      return of(outOf.group(2), outOf.group(1));
    }
    return meaning.field().isPresent()
        ? number.read(cell, meaning)
        : Reading.unreadable(FirstLook.principal(meaning));
  }

  private static Reading of(String positive, String examined) {
    return Reading.of(NODES_POSITIVE, count(NODES_POSITIVE, positive))
        .and(NODES_EXAMINED, count(NODES_EXAMINED, examined));
  }

  private static Answer<Integer> count(Field<Integer> field, String digits) {
    int count = Integer.parseInt(digits);
    return field.type() instanceof FieldType.Whole whole && count > whole.most()
        ? Answer.unreadable(Remark.OUT_OF_RANGE)
        : Answer.known(count);
  }
}
