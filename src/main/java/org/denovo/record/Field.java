package org.denovo.record;

import java.util.List;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * A fact that the registry keeps of each patient. There is one instance of each, in {@link Fields}.
 *
 * @param index the position in {@link Fields#all}
 * @param standard the equivalents in NAACCR (N), LOINC (L), mCODE (M) and ADaM (A); empty if none
 */
public record Field<T>(
    int index, String name, Group group, FieldType<T> type, Text title, String standard)
    implements Variable<T> {

  /** The parts of a record, in the order of the registry's forms. */
  public enum Group {
    PATIENT("患者", "Patient"),
    BASELINE("基线状态", "Baseline status"),
    TUMOUR("肿瘤", "Tumour"),
    STAGE("分期", "Stage"),
    RECEPTORS("受体", "Receptors"),
    METASTASIS("转移", "Metastasis"),
    SYSTEMIC("全身治疗", "Systemic therapy"),
    SURGERY("手术", "Surgery"),
    LOCAL("其他局部治疗", "Other local treatment"),
    FOLLOW_UP("随访", "Follow-up");

    private final Text title;

    Group(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** The name in both languages. */
    public Text title() {
      return title;
    }
  }

  @Override
  public Answer<T> of(PatientRecord patient) {
    return patient.answer(this);
  }

  @Override
  public List<Variable<?>> lacking(PatientRecord patient) {
    return List.of(this);
  }

  @Override
  public Set<Field<?>> fields() {
    return Set.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
