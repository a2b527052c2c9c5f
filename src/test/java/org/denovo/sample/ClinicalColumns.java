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
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.sample.Column.Part;
import org.denovo.vocabulary.DrugClass;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.SurgeryType;

/** Columns of age, stage, metastases, operation, margin and regimen. */
final class ClinicalColumns {

  private final Style style;
  private final Columns kinds;

  ClinicalColumns(Style style, Columns kinds) {
    this.style = style;
    this.kinds = kinds;
  }

  Column age() {
    String headers = style.english() ? "age" : "年龄|确诊年龄|年龄(岁)";
    return switch (style.habit()) {
      case 1 -> kinds.of(Part.BASIC, headers, AGE_AT_DX, "age_at_dx", v -> Cell.text(v + "岁"));
      case 2 ->
          new Column(
              Part.BASIC,
              style.pick(headers),
              "age_at_dx",
              List.of(AGE_AT_DX),
              "",
              (p, draw) -> kinds.state(p, AGE_AT_DX, v -> Cell.formula(ageFormula(p), v)));
      default -> kinds.whole(Part.BASIC, headers, AGE_AT_DX);
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

  List<Column> stage() {
    String numeral = style.pick("IV期|Ⅳ期|IV");
    Column group =
        kinds.of(
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
              kinds.of(Part.METASTASIS, "T|T分期|cT", T_CAT, "t_cat", v -> Cell.text(v.code())),
              kinds.of(Part.METASTASIS, "N|N分期|cN", N_CAT, "n_cat", v -> Cell.text(v.code())),
              kinds.of(Part.METASTASIS, "M|M分期|cM", M_CAT, "m_cat", v -> Cell.text(v.code())),
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
        kinds.of(
            Part.METASTASIS,
            style.english() ? "No. of lesions" : "转移灶数目|病灶数",
            LESION_COUNT,
            "lesion_count",
            v -> Cell.number(v.min()));
    return switch (style.sites()) {
      case LIST ->
          List.of(
              kinds.list(
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
        kinds.optional(
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
    flags.forEach((header, field) -> columns.add(kinds.yesNo(Part.METASTASIS, header, field)));
    columns.add(count);
    return columns;
  }

  Column operation() {
    if (style.operation() == Style.Operation.TYPE) {
      return kinds.words(
          Part.SURGERY, style.english() ? "Surgery type" : "手术方式|原发灶手术|术式", SURGERY_TYPE);
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
            return new Said(Cell.text(kinds.word(SURGERY_TYPE, type)), states);
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
    return kinds.words(Part.SURGERY, style.english() ? "Margin" : "切缘|切缘情况|手术切缘", MARGIN_STATUS);
  }

  /** Drug names, from which the classes follow. */
  Column regimen() {
    return kinds.of(
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
}
