package org.denovo.extract;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.Field.Group;
import org.denovo.record.FieldType;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/** The parts of a cohort file, so that nobody adjusts for what happened after time zero. */
public enum Block {
  KEY("标识", "Keys"),
  DEFINITION("定义", "Definition"),
  EXPOSURE("暴露：不得用于计算风险比", "Exposure: not for hazard ratios"),
  OUTCOME("结局", "Outcome"),
  COVARIATE("基线协变量：时间零点及以前", "Baseline covariates: at or before time zero"),
  TIMING("日期：不作协变量", "Dates: not covariates"),
  SURGERY("手术与切缘描述：时间零点以后，不作协变量", "Surgery and margins: after time zero, not covariates");

  private static final Set<Group> BASELINE =
      EnumSet.of(
          Group.PATIENT,
          Group.BASELINE,
          Group.TUMOUR,
          Group.STAGE,
          Group.RECEPTORS,
          Group.METASTASIS);

  private final Text title;

  Block(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** The code in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in both languages. */
  public Text title() {
    return title;
  }

  /**
   * Where a variable belongs, judged by all fields that it reads: baseline groups only make a
   * covariate (or a date), a surgery field without follow-up makes a descriptor of surgery. Empty
   * for the rest and for identifiers, which a cohort file does not hold.
   */
  static Optional<Block> of(Variable<?> variable) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    variable.fields().forEach(field -> groups.add(field.group()));
    if (variable.type() instanceof FieldType.Identifier) {
      return Optional.empty();
    }
    if (BASELINE.containsAll(groups)) {
      return Optional.of(variable.type() instanceof FieldType.Date ? TIMING : COVARIATE);
    }
    return groups.contains(Group.SURGERY) && !groups.contains(Group.FOLLOW_UP)
        ? Optional.of(SURGERY)
        : Optional.empty();
  }
}
