package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.record.Field;
import org.denovo.record.Interval;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.ReceptorStatus;

/**
 * Columns of hormone receptors, HER2 and Ki-67, in the many ways in which laboratories write them.
 */
final class ReceptorColumns {

  private final Style style;
  private final Columns kinds;

  ReceptorColumns(Style style, Columns kinds) {
    this.style = style;
    this.kinds = kinds;
  }

  List<Column> receptors() {
    if (style.receptors() == Style.Receptors.LINE) {
      return List.of(
          new Column(
              Part.PATHOLOGY,
              style.pick("免疫组化|免疫组化结果"),
              "receptors",
              List.of(ER_STATUS, ER_PCT, PR_STATUS, PR_PCT, HER2_IHC, HER2_ISH, KI67_PCT),
              "",
              kinds.optional(ER_STATUS, (p, draw) -> line(p))));
    }
    Column er = receptor("ER", ER_STATUS, ER_PCT);
    Column pr = receptor("PR", PR_STATUS, PR_PCT);
    return List.of(er, pr);
  }

  private Said line(Patient p) {
    Map<Field<?>, String> states = new HashMap<>();
    String text =
        "ER"
            + inLine(p, ER_STATUS, ER_PCT, states)
            + "，PR"
            + inLine(p, PR_STATUS, PR_PCT, states)
            + "，HER2（"
            + her2Text(p, states)
            + "）"
            + "，Ki-67（"
            + percent(p, KI67_PCT, states)
            + "）";
    return new Said(Cell.text(text), states);
  }

  private static String inLine(
      Patient p, Field<?> status, Field<Interval> percent, Map<Field<?>, String> states) {
    int value = (int) p.value(percent).orElseThrow().min();
    states.put(status, value >= 1 ? "pos" : "neg");
    if (value == 0) {
      return "（-）";
    }
    states.put(percent, Integer.toString(value));
    return "（" + value + "%+）";
  }

  private static String percent(Patient p, Field<Interval> field, Map<Field<?>, String> states) {
    String value = p.value(field).orElseThrow().write();
    states.put(field, value);
    return value + "%";
  }

  private Column receptor(String marker, Field<?> status, Field<Interval> percent) {
    Style.Receptors kind = style.receptors();
    if (kind == Style.Receptors.NUMBER) {
      String headers = style.english() ? marker + " %" : marker + "(%)|" + marker + "百分比";
      return kinds.of(Part.PATHOLOGY, headers, percent, percent.name(), v -> Cell.number(v.min()));
    }
    boolean onlyStatus = kind == Style.Receptors.WORD;
    return new Column(
        Part.PATHOLOGY,
        style.english() ? marker + " status" : style.pick(marker + "|" + marker + "状态"),
        onlyStatus ? status.name() : marker.toLowerCase(Locale.ROOT),
        onlyStatus ? List.of(status) : List.of(status, percent),
        "",
        kinds.optional(
            status,
            (p, draw) -> {
              int value = (int) p.value(percent).orElseThrow().min();
              Map<Field<?>, String> states = new HashMap<>();
              states.put(status, value >= 1 ? "pos" : "neg");
              return new Said(
                  Cell.text(receptorText(kind, status, percent, value, draw, states)), states);
            }));
  }

  private String receptorText(
      Style.Receptors kind,
      Field<?> status,
      Field<Interval> percent,
      int value,
      Draw draw,
      Map<Field<?>, String> states) {
    boolean positive = value >= 1;
    String exact = Integer.toString(value);
    if (kind == Style.Receptors.WORD) {
      return SpellingsFile.word(
          status,
          positive ? ReceptorStatus.POS : ReceptorStatus.NEG,
          style.english(),
          style.habit());
    }
    if (kind == Style.Receptors.PERCENT) {
      states.put(percent, exact);
      return positive && draw.chance(0.15)
          ? draw.one(List.of(value + "%+", "约" + value + "%", "（" + value + "%，+）"))
          : value + "%";
    }
    if (!positive) {
      return kind == Style.Receptors.WORD_PERCENT ? "阴性" : style.pick("（-）|(-)|－");
    }
    states.put(percent, exact);
    return switch (kind) {
      case PLUS -> "（" + "+".repeat(value < 30 ? 1 : value < 70 ? 2 : 3) + "）" + value + "%";
      case WORD_PERCENT -> "阳性(" + value + "%)";
      case RANGE -> {
        if (value > 10 && value < 95 && draw.chance(0.5)) {
          states.put(percent, value - 5 + ".." + (value + 5));
          yield value - 5 + "-" + (value + 5) + "%";
        }
        yield draw.chance(0.4) ? "约" + value + "%" : value + "%+";
      }
      case STRENGTH -> value + "%" + (value < 30 ? "弱" : value < 70 ? "中" : "强") + "+";
      case NUMBER, PERCENT, WORD, LINE -> throw new IllegalStateException(kind.name());
    };
  }

  List<Column> her2() {
    if (style.receptors() == Style.Receptors.LINE) {
      return List.of();
    }
    return switch (style.her2()) {
      case TEXT ->
          List.of(
              new Column(
                  Part.PATHOLOGY,
                  style.pick("HER2|HER-2|C-erbB-2"),
                  "her2",
                  List.of(HER2_IHC, HER2_ISH),
                  "",
                  kinds.optional(
                      HER2_IHC,
                      (p, draw) -> {
                        Map<Field<?>, String> states = new HashMap<>();
                        String text = her2Text(p, states);
                        return new Said(
                            Cell.text(draw.chance(0.15) ? "HER2（" + text + "）" : text), states);
                      })));
      case SPLIT ->
          List.of(
              kinds.of(
                  Part.PATHOLOGY,
                  style.english() ? "HER2 IHC" : "HER2|HER2(IHC)",
                  HER2_IHC,
                  "her2_ihc",
                  v -> Cell.text(v.code())),
              kinds.words(
                  Part.PATHOLOGY, style.english() ? "HER2 FISH" : "FISH|HER2 FISH", HER2_ISH));
      case STATUS ->
          List.of(
              kinds.words(
                  Part.PATHOLOGY,
                  style.english() ? "HER2 status" : "HER2状态",
                  HER2_STATUS_RECORDED));
    };
  }

  private String her2Text(Patient p, Map<Field<?>, String> states) {
    Her2Ihc score = p.value(HER2_IHC).orElseThrow();
    states.put(HER2_IHC, score.code());
    if (score != Her2Ihc.SCORE_2) {
      return score == Her2Ihc.SCORE_3 ? style.pick("3+|+++|3+") : score.code();
    }
    String ish = p.value(HER2_ISH).orElseThrow().code();
    states.put(HER2_ISH, ish);
    return ish.equals("amplified")
        ? style.pick("2+，FISH（+）|2+,FISH阳性|2+，FISH扩增")
        : style.pick("2+，FISH（-）|2+,FISH阴性|2+，FISH无扩增");
  }

  Column ki67() {
    String headers = style.english() ? "Ki-67" : "Ki-67|Ki67|Ki67(%)";
    return switch (style.habit()) {
      case 0 -> ki67InWords(headers);
      case 1 ->
          kinds.of(
              Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.text("约" + v.write() + "%"));
      case 2 -> kinds.of(Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.number(v.min()));
      case 3 -> kinds.of(Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.percent(v.min()));
      case 4 ->
          kinds.of(
              Part.PATHOLOGY,
              headers,
              KI67_PCT,
              "ki67_pct",
              v -> Cell.text(Dates.wide(v.write() + "%")));
      default ->
          new Column(
              Part.PATHOLOGY,
              style.pick(headers),
              "ki67_pct",
              List.of(KI67_PCT),
              "",
              kinds.optional(
                  KI67_PCT,
                  (p, draw) -> {
                    int low = (int) p.value(KI67_PCT).orElseThrow().min();
                    int high = low < 20 ? Math.min(low + 4, 19) : low + 10;
                    return new Said(
                        Cell.text(low + "-" + high + "%"), Map.of(KI67_PCT, low + ".." + high));
                  }));
    };
  }

  /** 30%, 30%+, Ki67（30%+） and 30%左右 in one column. */
  private Column ki67InWords(String headers) {
    return new Column(
        Part.PATHOLOGY,
        style.pick(headers),
        "ki67_pct",
        List.of(KI67_PCT),
        "",
        kinds.optional(
            KI67_PCT,
            (p, draw) -> {
              String percent = p.value(KI67_PCT).orElseThrow().write() + "%";
              String text =
                  draw.chance(0.6)
                      ? percent
                      : draw.one(List.of(percent + "+", "Ki67（" + percent + "+）", percent + "左右"));
              return new Said(Cell.text(style.english() ? percent : text), states(KI67_PCT, p));
            }));
  }

  private static Map<Field<?>, String> states(Field<Interval> field, Patient p) {
    return Map.of(field, p.value(field).orElseThrow().write());
  }
}
