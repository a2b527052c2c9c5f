package org.denovo.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Words;
import org.denovo.record.Field;
import org.denovo.record.Fields;

/**
 * What a column is by its values alone, whatever its header says: cells that no other field would
 * hold. Signs and words that answer any question (阳性, yes, 1) tell nothing.
 */
record Telling(Contents contents) {

  /** How a header stands to what the values say. */
  enum Header {
    /** A number or letter that a program gave: 项目3, X17, var_12. */
    SAYS_NOTHING,
    /** Words that are not known. */
    STRANGE,
    /** Words that are known and name something else, or nothing. */
    UNDERSTOOD
  }

  private static final List<String> TARGETS =
      List.of(
          "sex",
          "laterality",
          "tnm",
          "t_cat",
          "n_cat",
          "m_cat",
          "stage_group",
          "her2",
          "receptors",
          "molecular_subtype_recorded",
          "histology_group",
          "surgery_type",
          "margin_status",
          "met_sites",
          "regimen",
          "vital_status",
          "line1_best_response",
          "menopausal_status",
          "germline_brca",
          "grade_nottingham",
          "death_cause",
          "axillary_procedure",
          "no_surgery_reason",
          "insurance_type");

  /**
   * Several fields hold such values: of which treatment, of which lesion, on which side of what.
   */
  private static final Set<String> OF_SEVERAL =
      Set.of(
          "line1_best_response",
          "t_cat",
          "n_cat",
          "m_cat",
          "stage_group",
          "death_cause",
          "no_surgery_reason",
          "axillary_procedure");

  private static final Set<String> LETTERS = Set.of("sex", "laterality");

  /** What holds the others: TNM strings their categories, a line of receptors HER2. */
  private static final Map<String, Set<String>> HOLDS =
      Map.of(
          "tnm",
          Set.of("t_cat", "n_cat", "m_cat", "stage_group"),
          "receptors",
          Set.of("her2", "margin_status"),
          "met_sites",
          Set.of("histology_group"),
          "surgery_type",
          Set.of("axillary_procedure"));

  private static final double CERTAIN = 2.4;
  private static final double STRANGE = 1.2;
  private static final double HINT = 0.8;

  private static final Pattern NUMBERED = Pattern.compile("[0-9]{3}");

  /** Distinct values that are enough to tell. */
  private static final int FEW = 25;

  private static final int LEAST_CELLS = 8;
  private static final double NEARLY_ALL = 0.95;
  private static final double MOST = 0.5;
  private static final double GENERIC = 0.3;

  /** The targets that the values name, with the log-odds that the column is one. */
  Map<Target, Double> of(List<ColumnScan.Value> values, Header header) {
    List<ColumnScan.Value> few = values.subList(0, Math.min(FEW, values.size()));
    int cells = few.stream().mapToInt(ColumnScan.Value::count).sum();
    if (cells < LEAST_CELLS || Contents.areNumbers(few) || areNumbered(few) || isGeneric(few)) {
      return Map.of();
    }
    boolean bare = Contents.areBareCodes(few);
    Map<Target, Contents.Read> read = new LinkedHashMap<>();
    for (String name : TARGETS) {
      Target target = Target.named(name);
      Contents.Read one = contents.read(few, target.meaning());
      boolean fits =
          one.share() >= NEARLY_ALL
              && one.known() >= MOST * cells
              && (!bare || LETTERS.contains(name));
      if (fits && holds(target, one)) {
        read.put(target, one);
      }
    }
    List<Target> held = new ArrayList<>();
    for (Target target : read.keySet()) {
      HOLDS.getOrDefault(target.name(), Set.of()).forEach(name -> held.add(Target.named(name)));
    }
    held.forEach(read::remove);
    Map<Target, Double> scores = new LinkedHashMap<>();
    read.keySet().forEach(target -> scores.put(target, score(target, header)));
    return scores;
  }

  private static double score(Target target, Header header) {
    if (OF_SEVERAL.contains(target.name())) {
      return HINT;
    }
    return switch (header) {
      case SAYS_NOTHING -> CERTAIN;
      case STRANGE -> STRANGE;
      case UNDERSTOOD -> HINT;
    };
  }

  /** True if a topic's cells say more than one of the fields that have columns of their own. */
  private static boolean holds(Target target, Contents.Read read) {
    return switch (target.name()) {
      case "tnm" -> read.share(Fields.T_CAT) > MOST && read.share(Fields.N_CAT) > MOST;
      case "receptors" ->
          read.fields().keySet().stream()
                  .filter(field -> isOf(field, "er_") || isOf(field, "pr_") || isOf(field, "her2_"))
                  .map(field -> field.name().substring(0, 3))
                  .distinct()
                  .count()
              > 1;
      case "regimen" -> read.share(Fields.LINE1_DRUGS) > MOST;
      default -> true;
    };
  }

  /** True for numbers of persons or specimens: each its own, and with figures. */
  private static boolean areNumbered(List<ColumnScan.Value> values) {
    return values.stream()
        .allMatch(v -> v.count() == 1 && NUMBERED.matcher(v.cell().text()).find());
  }

  private static boolean isOf(Field<?> field, String prefix) {
    return field.name().startsWith(prefix);
  }

  private boolean isGeneric(List<ColumnScan.Value> values) {
    boolean letters =
        values.stream().allMatch(v -> Words.fold(v.cell().text()).matches("[mflrb男女左右]"));
    Contents.Read read = contents.read(values, Target.named("local_pain").meaning());
    return !letters && read.known() > 0 && read.share() > GENERIC;
  }
}
