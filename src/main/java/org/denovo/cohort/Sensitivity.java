package org.denovo.cohort;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * The comparison of a cohort made again with other choices, so that a reader sees what rests on
 * them.
 *
 * @param adjusting the choices that only the covariates rest on: the members, their groups and
 *     every design that does not adjust stay as they are
 * @param variants the base case first
 */
public record Sensitivity(
    Vary vary, Endpoint endpoint, Set<Choice> adjusting, List<Variant> variants) {

  /** What is combined with what. */
  public enum Vary {
    ONE_AT_A_TIME("one_at_a_time", "每次只改变一项", "One choice at a time is another"),
    CROSS("cross", "各项所有组合", "Every choice with every other");

    private final String code;
    private final Text title;

    Vary(String code, String zh, String en) {
      this.code = code;
      this.title = new Text(zh, en);
    }

    /** As cohort files write it. */
    public String code() {
      return code;
    }

    /** In both languages. */
    public Text title() {
      return title;
    }
  }

  /** Something that can be chosen in another way. */
  public enum Choice {
    DE_NOVO_RULE(true, "新发规则", "De novo rule"),
    ER_RULE(true, "ER阳性界值", "Cut-off of ER"),
    SUBTYPE_RULE(true, "分型规则", "Subtype rule"),
    OLIGO_RULE(true, "寡转移规则", "Oligometastatic rule"),
    MARGIN_UNKNOWN(true, "切缘不详者", "Unknown margin"),
    LANDMARK(false, "界标", "Landmark"),
    WINDOW(false, "时间窗", "Window"),
    CLONES(false, "克隆宽限期", "Grace period of the clones");

    private final boolean selects;
    private final Text title;

    Choice(boolean selects, String zh, String en) {
      this.selects = selects;
      this.title = new Text(zh, en);
    }

    /** As cohort files write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In both languages. */
    public Text title() {
      return title;
    }
  }

  /**
   * One way to choose.
   *
   * @param choices all that the block varies, as cohort files write them
   * @param changed those that are not as in the base case
   * @param definition the comparison under these choices, of one endpoint
   */
  public record Variant(
      Map<Choice, String> choices, Set<Choice> changed, CohortDefinition definition) {
    public Variant {
      Map<Choice, String> copy = new EnumMap<>(Choice.class);
      copy.putAll(choices);
      choices = Collections.unmodifiableMap(copy);
      Set<Choice> others = EnumSet.noneOf(Choice.class);
      others.addAll(changed);
      changed = Collections.unmodifiableSet(others);
      Objects.requireNonNull(definition, "definition");
    }

    /** True if everything is as in the cohort itself. */
    public boolean isBase() {
      return changed.isEmpty();
    }

    /** The choices that say who is in, who is exposed and what is known of them. */
    public Map<Choice, String> selecting() {
      Map<Choice, String> selecting = new EnumMap<>(choices);
      selecting.keySet().removeIf(choice -> !choice.selects);
      return selecting;
    }
  }

  public Sensitivity {
    Objects.requireNonNull(vary, "vary");
    Objects.requireNonNull(endpoint, "endpoint");
    adjusting = Set.copyOf(adjusting);
    variants = List.copyOf(variants);
    if (variants.size() < 2 || !variants.get(0).isBase()) {
      throw new IllegalArgumentException("a base case and something else");
    }
  }
}
