package org.denovo.difference;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.denovo.vocabulary.Text;

/**
 * One patient of whom a cohort says something else than before.
 *
 * @param before where she was, as {@code in operated}, {@code left stage_iv not_known}; empty if
 *     she was not in the registry
 * @param columns what changed in the cohort's files, if she was a member before and now
 * @param causes why, as far as the runs' files tell
 */
public record PatientChange(
    Kind kind, String pid, String before, String now, List<Column> columns, List<Cause> causes) {

  /** What changed; the first that fits. */
  public enum Kind {
    ENTERED("进入", "entered"),
    LEFT("离开", "left"),
    ARM("改变组别", "changed arm"),
    OUTCOME("结局改变", "changed event or time"),
    VALUE("分析用的取值改变", "changed a value"),
    FLOW("在流程中的位置改变，仍不是成员", "moved in the flow, and is no member");

    private final Text title;

    Kind(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What is said of the patient. */
    public Text title() {
      return title;
    }
  }

  /** A value in the cohort's files before and now; an endpoint's is its days and its code. */
  public record Column(String name, String before, String now) {}

  public PatientChange {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pid, "pid");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(now, "now");
    columns = List.copyOf(columns);
    causes = List.copyOf(causes);
  }
}
