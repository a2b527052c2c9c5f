package org.denovo.comparison;

import java.util.List;
import java.util.Objects;
import org.denovo.check.RuleCard;
import org.denovo.record.Field;
import org.denovo.vocabulary.Text;

/**
 * Something that is counted at each centre and compared.
 *
 * @param id its name in files, for ever
 * @param among the denominator in words
 * @param rule the rule that a centre breaks which is too far from the others
 * @param fields those that the count reads
 */
public record Measure(
    String id, Text title, Text among, RuleCard rule, List<Field<?>> fields, Method method) {

  /** How a centre is compared with the others. */
  public enum Method {
    /** A share of patients, by funnel limits. */
    SHARE,
    /** Observed over expected deaths, by funnel limits. */
    RATIO,
    /** The last digits, by a chi-square test. */
    DIGITS,
    /** A share of person-time, by a limit that holds for everybody. */
    COMPLETENESS
  }

  public Measure {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(among, "among");
    Objects.requireNonNull(rule, "rule");
    fields = List.copyOf(fields);
    Objects.requireNonNull(method, "method");
  }
}
