package org.denovo.sample;

import static java.util.stream.Collectors.joining;
import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.Her2Ihc;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.ReceptorStatus;
import org.denovo.vocabulary.SurgeryType;

/**
 * The kinds of columns that centres keep, each in a centre's habit. Where a fact has to be there
 * for a record to be free of errors it is never left out.
 */
final class Columns {

  private final Style style;

  Columns(Style style) {
    this.style = style;
  }

  /** A column that is seen and never stored. */
  Column ignored(Part part, String header, Function<Patient, String> text) {
    return new Column(
        part,
        header,
        Column.IGNORED,
        List.of(),
        "",
        (p, draw) -> new Said(Cell.text(text.apply(p)), Map.of()));
  }

  /** A column that nobody mapped, with data in every cell. */
  Column unmapped(Part part, String header, String text) {
    return new Column(
        part,
        header,
        Column.UNMAPPED,
        List.of(),
        "",
        (p, draw) -> new Said(Cell.text(text), Map.of()));
  }

  /** A field written by one function of its value. */
  <T> Column of(Part part, String headers, Field<T> field, String target, Function<T, Cell> write) {
    return new Column(
        part,
        style.pick(headers),
        target,
        List.of(field),
        "",
        optional(field, (p, draw) -> state(p, field, write)));
  }

  /** A date in the centre's style, now and then only to the month. */
  Column date(Part part, String headers, Field<PartialDate> field) {
    boolean months =
        style.dates().writesMonths()
            && Set.of(DATE_DX, DATE_LINE1_START, DATE_PROGRESSION, DATE_MET_DX).contains(field);
    return new Column(
        part,
        style.pick(headers),
        dateTarget(field),
        List.of(field),
        "",
        optional(
            field,
            (p, draw) -> {
              boolean month = draw.chance(0.06) && months && !p.complete();
              boolean debris = draw.chance(0.04);
              return p.truth()
                  .value(field)
                  .map(d -> month ? new PartialDate(d.year(), d.month(), 0) : d)
                  .map(d -> new Said(style.dates().write(d, debris), Map.of(field, d.write())))
                  .orElseGet(() -> blank(p, field));
            }));
  }

  /** A centre that writes the day first needs to say so. */
  String dateTarget(Field<PartialDate> field) {
    return style.dates() == Dates.DAY_FIRST
        ? "{field: " + field.name() + ", date-order: dmy}"
        : field.name();
  }

  /** A code in the centre's word; one time in eight in the next one of the list. */
  <E extends Enum<E> & Coded> Column words(Part part, String headers, Field<E> field) {
    return new Column(
        part,
        style.pick(headers),
        field.name(),
        List.of(field),
        "",
        optional(
            field,
            (p, draw) -> {
              int habit = style.habit() + (draw.chance(0.125) ? 1 : 0);
              return state(
                  p, field, v -> Cell.text(SpellingsFile.word(field, v, style.english(), habit)));
            }));
  }

  String word(Field<?> field, Coded value) {
    return SpellingsFile.word(field, value, style.english(), style.habit());
  }

  Column yesNo(Part part, String headers, Field<Boolean> field) {
    String[] words =
        style.english() ? new String[] {"Yes", "No"} : style.pick("是/否|有/无|是/否").split("/");
    return of(part, headers, field, field.name(), v -> Cell.text(v ? words[0] : words[1]));
  }

  Column whole(Part part, String headers, Field<Integer> field) {
    return of(part, headers, field, field.name(), v -> Cell.number(v));
  }

  Column decimal(Part part, String headers, Field<Double> field) {
    return of(part, headers, field, field.name(), v -> Cell.number(v));
  }

  /** A length in the unit that the habit says; the header says it too. */
  Column length(Part part, String header, Field<Interval> field) {
    boolean centimetres = style.habit() % 2 == 1 && field != MARGIN_WIDTH_MM;
    String unit = centimetres ? "cm" : "mm";
    return of(
        part,
        header + (style.english() ? " " + unit : "(" + unit + ")"),
        field,
        "{field: " + field.name() + ", unit: " + unit + "}",
        v -> Cell.number(centimetres ? v.min() / 10 : v.min()));
  }

  /** A set of codes, listed in one cell. */
  <E extends Enum<E> & Coded> Column list(Part part, String headers, Field<Set<E>> field) {
    String separator = style.english() ? "; " : style.pick("、|+|，");
    return of(
        part,
        headers,
        field,
        "{field: " + field.name() + ", split-on: \"" + separator.strip() + "\"}",
        set ->
            set.isEmpty()
                ? Cell.text(style.english() ? "No" : "无")
                : Cell.text(
                    set.stream().sorted().map(v -> word(field, v)).collect(joining(separator))));
  }

  /**
   * A code as a number, with the table in the mapping and, if wanted, in the row under the header.
   */
  <E extends Enum<E> & Coded> Column coded(Part part, String header, Field<E> field) {
    FieldType.Code<E> type = (FieldType.Code<E>) field.type();
    Map<E, Integer> codes = new LinkedHashMap<>();
    for (E value : type.list().getEnumConstants()) {
      codes.put(value, codes.size() + (field.name().equals(SURGERY_TYPE.name()) ? 0 : 1));
    }
    String table =
        codes.entrySet().stream()
            .map(e -> e.getValue() + ": " + quoted(e.getKey().code()))
            .collect(joining(", ", "{", ", 99: unknown}"));
    String legend =
        codes.entrySet().stream()
            .map(e -> e.getValue() + "=" + e.getKey().title().zh())
            .collect(joining(" ", "", " 99=不详"));
    return codedColumn(part, header, field, table, legend, v -> Cell.number(codes.get(v)));
  }

  Column codedYesNo(Part part, String header, Field<Boolean> field) {
    return codedColumn(
        part,
        header,
        field,
        "{1: yes, 0: no, 9: unknown}",
        "1=是 0=否 9=不详",
        v -> Cell.number(v ? 1 : 0));
  }

  private <T> Column codedColumn(
      Part part,
      String header,
      Field<T> field,
      String table,
      String legend,
      Function<T, Cell> write) {
    double unknown = table.contains("99:") ? 99 : 9;
    return new Column(
        part,
        header,
        "{field: " + field.name() + ", codes: " + table + "}",
        List.of(field),
        legend,
        (p, draw) -> {
          if (!needed(p, field) && p.truth().knows(field) && draw.chance(style.missing())) {
            return draw.chance(0.5)
                ? Said.absent(Cell.number(unknown), field, Absence.UNKNOWN)
                : Said.absent(Cell.BLANK, field, Absence.BLANK);
          }
          return state(p, field, write);
        });
  }

  Column age() {
    String headers = style.english() ? "age" : "年龄|确诊年龄|年龄(岁)";
    return switch (style.habit()) {
      case 1 -> of(Part.BASIC, headers, AGE_AT_DX, "age_at_dx", v -> Cell.text(v + "岁"));
      case 2 ->
          new Column(
              Part.BASIC,
              style.pick(headers),
              "age_at_dx",
              List.of(AGE_AT_DX),
              "",
              (p, draw) -> state(p, AGE_AT_DX, v -> Cell.formula(ageFormula(p), v)));
      default -> whole(Part.BASIC, headers, AGE_AT_DX);
    };
  }

  private static String ageFormula(Patient p) {
    Function<Field<PartialDate>, String> day =
        field ->
            "DATE("
                + p.value(field).map(d -> d.year() + "," + d.month() + "," + d.day()).orElseThrow()
                + ")";
    return "INT((" + day.apply(DATE_DX) + "-" + day.apply(BIRTH_DATE) + ")/365.25)";
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
              optional(ER_STATUS, (p, draw) -> line(p))));
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
      return of(Part.PATHOLOGY, headers, percent, percent.name(), v -> Cell.number(v.min()));
    }
    boolean onlyStatus = kind == Style.Receptors.WORD;
    return new Column(
        Part.PATHOLOGY,
        style.english() ? marker + " status" : style.pick(marker + "|" + marker + "状态"),
        onlyStatus ? status.name() : marker.toLowerCase(Locale.ROOT),
        onlyStatus ? List.of(status) : List.of(status, percent),
        "",
        optional(
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
                  optional(
                      HER2_IHC,
                      (p, draw) -> {
                        Map<Field<?>, String> states = new HashMap<>();
                        String text = her2Text(p, states);
                        return new Said(
                            Cell.text(draw.chance(0.15) ? "HER2（" + text + "）" : text), states);
                      })));
      case SPLIT ->
          List.of(
              of(
                  Part.PATHOLOGY,
                  style.english() ? "HER2 IHC" : "HER2|HER2(IHC)",
                  HER2_IHC,
                  "her2_ihc",
                  v -> Cell.text(v.code())),
              words(Part.PATHOLOGY, style.english() ? "HER2 FISH" : "FISH|HER2 FISH", HER2_ISH));
      case STATUS ->
          List.of(
              words(
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
          of(Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.text("约" + v.write() + "%"));
      case 2 -> of(Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.number(v.min()));
      case 3 -> of(Part.PATHOLOGY, headers, KI67_PCT, "ki67_pct", v -> Cell.percent(v.min()));
      case 4 ->
          of(
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
              optional(
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
        optional(
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

  List<Column> stage() {
    String numeral = style.pick("IV期|Ⅳ期|IV");
    Column group =
        of(
            Part.METASTASIS,
            style.english() ? "Stage" : "临床分期|分期|TNM分期组",
            STAGE_GROUP,
            "stage_group",
            v ->
                Cell.text(
                    v.code().equals("IV") && !style.english()
                        ? numeral
                        : style.english() ? "Stage " + v.code() : v.code() + "期"));
    return switch (style.tnm()) {
      case GROUP_ONLY -> List.of(group);
      case SEPARATE ->
          List.of(
              of(Part.METASTASIS, "T|T分期|cT", T_CAT, "t_cat", v -> Cell.text(v.code())),
              of(Part.METASTASIS, "N|N分期|cN", N_CAT, "n_cat", v -> Cell.text(v.code())),
              of(Part.METASTASIS, "M|M分期|cM", M_CAT, "m_cat", v -> Cell.text(v.code())),
              group);
      case STRING, STRING_AND_GROUP, UPPER_CASE ->
          List.of(
              new Column(
                  Part.METASTASIS,
                  style.pick("TNM分期|TNM|cTNM"),
                  "tnm",
                  style.tnm() == Style.Tnm.STRING
                      ? List.of(M_CAT, T_CAT, N_CAT, STAGE_CONTEXT)
                      : List.of(M_CAT, T_CAT, N_CAT, STAGE_CONTEXT, STAGE_GROUP),
                  "",
                  (p, draw) -> tnm(p, draw)));
    };
  }

  private Said tnm(Patient p, Draw draw) {
    Map<Field<?>, String> states = new HashMap<>();
    states.put(STAGE_CONTEXT, "clinical");
    String between = draw.chance(0.15) ? " " : "";
    String text =
        "c"
            + stated(p, T_CAT, states)
            + between
            + stated(p, N_CAT, states)
            + between
            + stated(p, M_CAT, states);
    if (style.tnm() != Style.Tnm.STRING) {
      String group = stated(p, STAGE_GROUP, states) + "期";
      text += draw.chance(0.15) ? "（" + group + "）" : style.pick("，| |,") + group;
    }
    if (style.tnm() == Style.Tnm.UPPER_CASE) {
      return new Said(Cell.text(text.toUpperCase(Locale.ROOT)), states);
    }
    return new Said(Cell.text(draw.chance(0.06) ? Dates.wide(text) : text), states);
  }

  private static <T> String stated(Patient p, Field<T> field, Map<Field<?>, String> states) {
    String code = field.type().write(p.value(field).orElseThrow());
    states.put(field, code);
    return code;
  }

  List<Column> metastases() {
    Column count =
        of(
            Part.METASTASIS,
            style.english() ? "No. of lesions" : "转移灶数目|病灶数",
            LESION_COUNT,
            "lesion_count",
            v -> Cell.number(v.min()));
    return switch (style.sites()) {
      case LIST ->
          List.of(
              list(
                  Part.METASTASIS, style.english() ? "Metastatic sites" : "转移部位|远处转移部位", MET_SITES),
              style.english() ? count : counted());
      case PHRASE ->
          List.of(
              new Column(
                  Part.METASTASIS,
                  style.pick("转移情况|远处转移"),
                  "metastases",
                  List.of(MET_SITES, LESION_COUNT),
                  "",
                  (p, draw) -> phrase(p)));
      case FLAGS -> siteFlags(count);
    };
  }

  /** 单发, 多发 or a number of places. */
  private Column counted() {
    return new Column(
        Part.METASTASIS,
        style.pick("转移灶数目|病灶数|转移灶数量"),
        "lesion_count",
        List.of(LESION_COUNT),
        "",
        optional(
            LESION_COUNT,
            (p, draw) -> {
              int count = (int) p.value(LESION_COUNT).orElseThrow().min();
              if (count > 5) {
                return new Said(Cell.text("多发"), Map.of(LESION_COUNT, "2.."));
              }
              String text = count == 1 ? "单发" : style.habit() % 2 == 0 ? count + "处" : "" + count;
              return new Said(Cell.text(text), Map.of(LESION_COUNT, "" + count));
            }));
  }

  private Said phrase(Patient p) {
    Set<MetSite> sites = p.value(MET_SITES).orElseThrow();
    Map<Field<?>, String> states = new HashMap<>();
    if (sites.isEmpty()) {
      return new Said(Cell.text("无"), states);
    }
    states.put(MET_SITES, MET_SITES.type().write(sites));
    String names =
        sites.stream()
            .sorted()
            .map(site -> SpellingsFile.word(MET_SITES, site, false, 0).replace("转移", ""))
            .collect(joining("、"));
    int count = (int) p.value(LESION_COUNT).orElseThrow().min();
    if (sites.size() == 1) {
      states.put(LESION_COUNT, count == 1 ? "1" : "2..");
      return new Said(Cell.text(names + (count == 1 ? "单发" : "多发") + "转移"), states);
    }
    return new Said(Cell.text(names + "转移"), states);
  }

  private List<Column> siteFlags(Column count) {
    Map<String, Field<Boolean>> flags = new LinkedHashMap<>();
    flags.put("骨转移", MET_BONE);
    flags.put("肺转移", MET_LUNG);
    flags.put("肝转移", MET_LIVER);
    flags.put("脑转移", MET_BRAIN);
    flags.put("胸膜转移", MET_PLEURA);
    flags.put("远处淋巴结转移", MET_DISTANT_LN);
    flags.put("对侧乳腺转移", MET_CONTRALATERAL_BREAST);
    flags.put("皮肤转移", MET_SKIN_CHEST_WALL);
    flags.put("肾上腺转移", MET_ADRENAL);
    flags.put("腹膜转移", MET_PERITONEUM);
    List<Column> columns = new ArrayList<>();
    flags.forEach((header, field) -> columns.add(yesNo(Part.METASTASIS, header, field)));
    columns.add(count);
    return columns;
  }

  Column operation() {
    if (style.operation() == Style.Operation.TYPE) {
      return words(Part.SURGERY, style.english() ? "Surgery type" : "手术方式|原发灶手术|术式", SURGERY_TYPE);
    }
    return new Column(
        Part.SURGERY,
        style.pick("手术名称|乳腺手术"),
        "operation",
        List.of(SURGERY_TYPE, SURGERY_LATERALITY, AXILLARY_PROCEDURE),
        "",
        (p, draw) -> {
          Map<Field<?>, String> states = new HashMap<>();
          SurgeryType type = p.value(SURGERY_TYPE).orElseThrow();
          states.put(SURGERY_TYPE, type.code());
          if (p.course().surgery().isEmpty()) {
            return new Said(Cell.text(word(SURGERY_TYPE, type)), states);
          }
          states.put(SURGERY_LATERALITY, p.value(LATERALITY).orElseThrow().code());
          String side = p.value(LATERALITY).orElseThrow().title().zh().substring(0, 1) + "乳";
          return new Said(Cell.text(side + procedure(p, type, states)), states);
        });
  }

  private static String procedure(Patient p, SurgeryType type, Map<Field<?>, String> states) {
    String name =
        switch (type) {
          case MODIFIED_RADICAL -> "癌改良根治术";
          case RADICAL -> "癌根治术";
          case BCS -> "癌保乳术";
          case SIMPLE_MASTECTOMY -> "单纯切除术";
          case SKIN_OR_NIPPLE_SPARING -> "保留乳头乳晕乳房切除术";
          case NONE, BIOPSY_ONLY, LOCAL_EXCISION, BCS_ONCOPLASTIC, MASTECTOMY_NOS, SURGERY_NOS ->
              "房切除术";
        };
    String axilla = p.value(AXILLARY_PROCEDURE).orElseThrow().code();
    boolean breastOnly = type == SurgeryType.BCS || type == SurgeryType.SIMPLE_MASTECTOMY;
    if (breastOnly && axilla.equals("slnb")) {
      states.put(AXILLARY_PROCEDURE, axilla);
      return name + "+前哨淋巴结活检术";
    }
    return name;
  }

  Column margin() {
    return words(Part.SURGERY, style.english() ? "Margin" : "切缘|切缘情况|手术切缘", MARGIN_STATUS);
  }

  /** Drug names, from which the classes follow. */
  Column regimen() {
    return of(
        Part.TREATMENT,
        style.english() ? "First-line regimen" : "一线方案|化疗方案|全身治疗方案",
        LINE1_DRUGS,
        "regimen",
        set ->
            Cell.text(
                set.stream()
                    .sorted(Comparator.naturalOrder())
                    .map(this::drug)
                    .collect(joining(style.english() ? " + " : "+"))));
  }

  private String drug(DrugClass drugs) {
    String zh =
        switch (drugs) {
          case ANTHRACYCLINE -> "表柔比星|吡柔比星|表柔比星";
          case TAXANE -> "多西他赛|紫杉醇|白蛋白紫杉醇";
          case PLATINUM -> "卡铂|顺铂";
          case HER2_ANTIBODY -> "曲妥珠单抗|赫赛汀";
          case AI -> "来曲唑|阿那曲唑|依西美坦";
          default -> drugs.title().zh();
        };
    String en =
        switch (drugs) {
          case ANTHRACYCLINE -> "epirubicin";
          case TAXANE -> "docetaxel|paclitaxel";
          case PLATINUM -> "carboplatin";
          case HER2_ANTIBODY -> "trastuzumab";
          case AI -> "letrozole|anastrozole";
          default -> drugs.title().en();
        };
    return style.pick(style.english() ? en : zh);
  }

  /** Any field of the registry, in the codes and words of an electronic data capture export. */
  @SuppressWarnings("unchecked") // a field's type says what its values are
  Column exported(Field<?> field) {
    Part part = part(field);
    String header = field.name();
    if (field.type() instanceof FieldType.Code) {
      return coded(part, header, (Field) field);
    }
    if (field.type() instanceof FieldType.Codes) {
      return list(part, header, (Field) field);
    }
    if (field.type() instanceof FieldType.YesNo) {
      return codedYesNo(part, header, (Field<Boolean>) field);
    }
    if (field.type() instanceof FieldType.Date) {
      return date(part, header, (Field<PartialDate>) field);
    }
    if (field.type() instanceof FieldType.Whole) {
      return whole(part, header, (Field<Integer>) field);
    }
    if (field.type() instanceof FieldType.Decimal) {
      return decimal(part, header, (Field<Double>) field);
    }
    if (field.type() instanceof FieldType.Range range) {
      return of(
          part,
          header,
          (Field<Interval>) field,
          range.unit().equals("mm") ? "{field: " + header + ", unit: mm}" : header,
          v -> Cell.number(v.min()));
    }
    return identifier(header, (Field<String>) field);
  }

  /** A number that is stored only as a keyed hash; the truth says nothing about its value. */
  Column identifier(String header, Field<String> field) {
    return new Column(
        Part.BASIC,
        header,
        field.name(),
        List.of(field),
        "",
        (p, draw) -> new Said(Cell.text(p.value(field).orElseThrow()), Map.of()));
  }

  private static Part part(Field<?> field) {
    return switch (field.group()) {
      case PATIENT, BASELINE -> Part.BASIC;
      case TUMOUR, RECEPTORS -> Part.PATHOLOGY;
      case STAGE, METASTASIS -> Part.METASTASIS;
      case SYSTEMIC -> Part.TREATMENT;
      case SURGERY, LOCAL -> Part.SURGERY;
      case FOLLOW_UP -> Part.FOLLOW_UP;
    };
  }

  private Column.Spelling optional(Field<?> field, Column.Spelling spelling) {
    return (p, draw) -> {
      boolean leaveOut = draw.chance(missing(field));
      if (!p.truth().knows(field)) {
        return blank(p, field);
      }
      return leaveOut && !needed(p, field) ? leftOut(field, draw) : spelling.write(p, draw);
    };
  }

  /** Margins are the most often missing of all: CSBrS-005 had a width in four of ten. */
  private double missing(Field<?> field) {
    return field == MARGIN_STATUS || field == MARGIN_WIDTH_MM
        ? Math.min(0.6, style.missing() * 4)
        : style.missing();
  }

  private Said leftOut(Field<?> field, Draw draw) {
    boolean laboratory = field.group() == Field.Group.RECEPTORS;
    int kind = draw.between(0, laboratory ? 5 : 3);
    return switch (kind) {
      case 0, 1 -> Said.absent(Cell.BLANK, field, Absence.BLANK);
      case 2, 3 ->
          Said.absent(
              Cell.text(style.english() ? "unknown" : style.pick("不详|未知")), field, Absence.UNKNOWN);
      case 4 ->
          Said.absent(
              Cell.text(style.english() ? "Not done" : style.pick("未做|未查|未测")),
              field,
              Absence.NOT_DONE);
      default ->
          Said.absent(
              Cell.text(style.english() ? "TBD" : style.pick("待查|待回报|待定")), field, Absence.PENDING);
    };
  }

  private <T> Said state(Patient p, Field<T> field, Function<T, Cell> write) {
    return p.value(field)
        .map(v -> new Said(write.apply(v), states(field, v)))
        .orElseGet(() -> blank(p, field));
  }

  /** An empty set is written as nothing, so the truth cannot assert it. */
  private static <T> Map<Field<?>, String> states(Field<T> field, T value) {
    String text = field.type().write(value);
    return text.isEmpty() ? Map.of() : Map.of(field, text);
  }

  private Said blank(Patient p, Field<?> field) {
    Answer<?> answer = p.truth().answer(field);
    boolean notApplicable =
        answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_APPLICABLE;
    if (notApplicable && field == MENOPAUSAL_STATUS) {
      return Said.absent(Cell.text(style.english() ? "N/A" : "不适用"), field, Absence.NOT_APPLICABLE);
    }
    // A blank margin of an unoperated breast is understood as not applicable.
    return Said.absent(Cell.BLANK, field, notApplicable ? Absence.NOT_APPLICABLE : Absence.BLANK);
  }

  /** What must be there lest an error of completeness be raised. */
  private static boolean needed(Patient p, Field<?> field) {
    Set<Field<?>> always =
        Set.of(
            DATE_DX,
            BIRTH_DATE,
            STAGE_GROUP,
            M_CAT,
            MET_SITES,
            SURGERY_TYPE,
            DATE_PRIMARY_SURGERY,
            VITAL_STATUS,
            DATE_LAST_CONTACT,
            DATE_DEATH,
            HER2_ISH,
            HER2_RATIO,
            HER2_COPIES,
            AXILLARY_PROCEDURE);
    boolean site =
        field.name().startsWith("met_")
            && field.type() instanceof FieldType.YesNo
            && field != MET_BIOPSY_CONFIRMED;
    boolean conserved = p.is(SURGERY_TYPE, SurgeryType.BCS) && field == MARGIN_STATUS;
    return p.complete() || always.contains(field) || site || conserved;
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
