package org.denovo.cohort;

import java.util.List;
import java.util.Objects;
import org.denovo.derive.Treatment;
import org.denovo.derive.Truth;
import org.denovo.expression.Criterion;
import org.denovo.expression.Judgement;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Text;

/**
 * What the designs of a cohort compare, and from which day on a patient has it.
 *
 * @param title a noun, in English with small letters, for example "surgery of the primary"
 * @param where who is exposed, sooner or later; not known is never taken for no
 * @param dates the exposure begins on the last of these days
 * @param windowDays the days after time zero within which it must begin to count in the designs
 *     that have a window; 243 is eight months (Duchesneau 2022)
 */
public record Exposure(
    Text title,
    Criterion where,
    List<Variable<PartialDate>> dates,
    int windowDays,
    Undated undated) {

  /** What becomes of those who are exposed, or perhaps, on a day that is not known. */
  public enum Undated {
    NO_DESIGN("no_design", "计入队列与分组，但不入任何设计", "are in the cohort and its groups, but in no design"),
    LEAVES("leaves", "不入队列", "leave the cohort");

    private final String code;
    private final Text says;

    Undated(String code, String zh, String en) {
      this.code = code;
      this.says = new Text(zh, en);
    }

    /** As cohort files write it. */
    public String code() {
      return code;
    }

    /** In both languages. */
    public Text says() {
      return says;
    }
  }

  public Exposure {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(where, "where");
    dates = List.copyOf(dates);
    Objects.requireNonNull(undated, "undated");
    if (dates.isEmpty() || windowDays < 0) {
      throw new IllegalArgumentException(title.en());
    }
  }

  /** Surgery of the primary, which most cohorts compare. */
  public static Exposure surgery(int windowDays) {
    return new Exposure(
        new Text("原发灶手术", "surgery of the primary"),
        new Criterion(
            "primary_surgery_done",
            List.of(Fields.SURGERY_TYPE),
            patient -> {
              Truth operated = Treatment.operated(patient);
              return switch (operated) {
                case YES -> Judgement.MET;
                case NO -> Judgement.NOT_MET;
                case UNKNOWN -> Judgement.notKnown(List.of(Fields.SURGERY_TYPE));
              };
            },
            new Text("原发灶已手术", "the primary was operated on")),
        List.of(Fields.DATE_PRIMARY_SURGERY),
        windowDays,
        Undated.NO_DESIGN);
  }

  /** The same with another window. */
  Exposure within(int days) {
    return new Exposure(title, where, dates, days, undated);
  }

  /** How files name it. */
  public String code() {
    return isSurgery() ? "surg" : "exposure";
  }

  /** True if it begins with surgery of the primary and nothing else. */
  public boolean isSurgery() {
    return dates.equals(List.of(Fields.DATE_PRIMARY_SURGERY));
  }
}
