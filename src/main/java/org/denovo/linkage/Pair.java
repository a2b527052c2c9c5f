package org.denovo.linkage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.denovo.record.PatientKey;
import org.denovo.vocabulary.Text;

/**
 * Two records that are or may be of one person.
 *
 * @param one the record whose key comes first
 * @param weight in bits: how much more often such a pair comes out for one person than for two
 * @param probability that they are of one person
 * @param levels what was compared, without what either record does not say
 */
public record Pair(
    PatientKey one,
    PatientKey other,
    double weight,
    double probability,
    Map<Comparison, Integer> levels,
    Standing standing) {

  /** What is done with a pair. */
  public enum Standing {
    OPEN("待核对", "to be reviewed"),
    CERTAIN("确定为同一人，已合并", "certainly one person, merged"),
    SAME("已判定为同一人，已合并", "decided to be one person, merged"),
    DIFFERENT("已判定为不同的人", "decided to be two persons");

    private final Text title;

    Standing(String zh, String en) {
      this.title = new Text(zh, en);
    }

    /** What it means. */
    public Text title() {
      return title;
    }

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Pair {
    Objects.requireNonNull(standing, "standing");
    if (one.compareTo(other) >= 0) {
      throw new IllegalArgumentException("a pair has its first record first");
    }
    EnumMap<Comparison, Integer> copy = new EnumMap<>(Comparison.class);
    copy.putAll(levels);
    levels = Collections.unmodifiableMap(copy);
  }
}
