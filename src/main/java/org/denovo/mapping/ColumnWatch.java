package org.denovo.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Text;

/** What is odd about the cells of one column. */
final class ColumnWatch {

  private static final int MOST_FORMATS = 5;

  /** So many identity numbers that end in three zeros are no chance (rule FIL-11). */
  private static final int CUT_FROM = 3;

  final boolean claimed;
  final Tally struck = new Tally();
  final Tally unseen = new Tally();

  private final Layout layout;
  private final int index;
  private final boolean dated;
  private final boolean identity;
  private final Map<Text, Tally> errors = new LinkedHashMap<>();
  private final Set<String> formats = new LinkedHashSet<>();
  private final Tally dressed = new Tally();
  private final Tally damaged = new Tally();
  private final Tally converted = new Tally();
  private final Tally numeric = new Tally();
  private final Tally zeros = new Tally();
  private final Tally whole = new Tally();

  ColumnWatch(Layout layout, int index) {
    this.layout = layout;
    this.index = index;
    this.claimed = layout.claims(index);
    List<Meaning> meanings = layout.meanings(index);
    this.dated =
        meanings.isEmpty()
            || meanings.stream()
                .flatMap(meaning -> meaning.fields().stream())
                .anyMatch(field -> field.type() instanceof FieldType.Date);
    this.identity =
        meanings.stream().anyMatch(meaning -> meaning.fields().contains(Fields.NATIONAL_ID));
  }

  /** A cell of a mapped column in which something stands. */
  void see(SourceCell cell) {
    switch (cell.kind()) {
      case ERROR -> error(Text.same(cell.text()), cell.place());
      case TEXT -> text(cell);
      case DATE -> {
        if (!dated) {
          converted.add(cell.place());
        }
      }
      case NUMBER -> {
        if (identity) {
          numeric.add(cell.place());
        }
      }
      case BOOLEAN, BLANK -> {}
    }
  }

  void error(Text what, Place place) {
    errors.computeIfAbsent(what, w -> new Tally()).add(place);
  }

  void dressed(SourceCell cell) {
    dressed.add(cell.place());
    if (formats.size() < MOST_FORMATS) {
      formats.add(cell.format());
    }
  }

  private void text(SourceCell cell) {
    if (Damage.shows(cell.text())) {
      damaged.add(cell.place());
    }
    if (identity) {
      String number = Words.fold(cell.text());
      if (number.length() == 18) {
        (number.endsWith("000") ? zeros : whole).add(cell.place());
      }
    }
  }

  void report(List<Notice> notices) {
    String name = layout.columnTitle(index);
    errors.forEach(
        (what, tally) ->
            tally.note(
                layout,
                notices,
                Notice.Kind.FORMULA_ERROR,
                new Text(
                        "列“{1}”有{0}个公式错误（{2}），首个在{3}",
                        "{0} cells of column '{1}' are formula errors ({2}), the first is {3}")
                    .with("{0}", name, what, tally.first().address())));
    struck.note(
        layout,
        notices,
        Notice.Kind.STRUCK_THROUGH,
        new Text(
                "列“{1}”有{0}个单元格带删除线（或部分带），仍按原值读取",
                "{0} cells of column '{1}' are struck through, wholly or partly; their values were"
                    + " read as they are")
            .with("{0}", name));
    unseen.note(
        layout,
        notices,
        Notice.Kind.SHOWN_OTHERWISE,
        new Text(
                "列“{1}”有{0}个单元格含数据但表中看不见（格式为空或字与底同色），已读取",
                "{0} cells of column '{1}' hold data that the sheet does not show (an empty format,"
                    + " or text in the background's colour); they were read")
            .with("{0}", name));
    dressed.note(
        layout,
        notices,
        Notice.Kind.SHOWN_OTHERWISE,
        new Text(
                "列“{1}”有{0}个数字的显示格式另加了文字或符号（{2}），显示与存储的值不同，请确认",
                "{0} numbers of column '{1}' are shown with words or signs that only the format"
                    + " adds ({2}); please confirm what is meant")
            .with("{0}", name, String.join("  ", formats)));
    damaged.note(
        layout,
        notices,
        Notice.Kind.ENCODING_DAMAGE,
        new Text("列“{1}”有{0}个单元格是乱码", "{0} cells of column '{1}' are damaged by a wrong encoding")
            .with("{0}", name));
    converted.note(
        layout,
        notices,
        Notice.Kind.TURNED_INTO_DATE,
        new Text(
                "列“{1}”有{0}个单元格被变成了日期（如1-10变成1月10日），未读取；请以文本重新填写",
                "{0} cells of column '{1}' were turned into dates (1-10 becomes 10 January); they"
                    + " were not read, please enter them again as text")
            .with("{0}", name));
    identity(notices, name);
  }

  private void identity(List<Notice> notices, String name) {
    numeric.note(
        layout,
        notices,
        Notice.Kind.CUT_IDENTITY,
        new Text(
                "列“{1}”有{0}个身份证号以数字存储，只保留15位有效数字；请以文本重发",
                "{0} identity numbers of column '{1}' are stored as numbers, which keep 15 digits"
                    + " only; please send them as text")
            .with("{0}", name));
    if (zeros.count() >= CUT_FROM && whole.count() > 0) {
      zeros.note(
          layout,
          notices,
          Notice.Kind.CUT_IDENTITY,
          new Text(
                  "列“{1}”有{0}个身份证号以000结尾，可能曾被截为15位；请核对并以文本重发",
                  "{0} identity numbers of column '{1}' end in 000 and were probably cut to 15"
                      + " digits before; please check them and send them as text")
              .with("{0}", name));
    }
  }
}
