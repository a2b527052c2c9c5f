package org.denovo.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.denovo.vocabulary.Text;

/**
 * What there is to know of a rule without running it.
 *
 * @param id for ever: never renumbered, never given to another rule
 * @param version rises when the rule judges differently
 * @param alias its number in the catalogue that it came from; empty if it has none
 * @param severity what a finding has unless the rule grades it
 * @param blocks what cannot be decided of a patient while an error stands
 * @param says the sentence, with {@code {0}} for the first value read
 * @param because why it is not acceptable
 * @param source where the rule comes from
 */
public record RuleCard(
    String id,
    int version,
    String alias,
    Scope scope,
    Severity severity,
    Category category,
    Set<Decision> blocks,
    Text says,
    Text because,
    String source) {

  public RuleCard {
    if (!id.matches("[A-Z]{3}-[0-9]{2}")) {
      throw new IllegalArgumentException(id);
    }
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(because, "because");
    Objects.requireNonNull(source, "source");
    EnumSet<Decision> copy = EnumSet.noneOf(Decision.class);
    copy.addAll(blocks);
    blocks = Collections.unmodifiableSet(copy);
  }

  /** What the rule compares with: more than one centre's data, or not. */
  public Context context() {
    return scope == Scope.REGISTRY ? Context.VALIDATION : Context.VERIFICATION;
  }

  /** The sentence of no patient: an ellipsis stands where the values belong. */
  public Text inGeneral() {
    return new Text(general(says.zh()), general(says.en()));
  }

  private static String general(String sentence) {
    return sentence.replaceAll("\\{\\d+}", "…");
  }

  /** Version 1 of a card, with its sentence and its reason in both languages. */
  static RuleCard of(
      String id,
      String alias,
      Scope scope,
      Severity severity,
      Category category,
      Set<Decision> blocks,
      String zh,
      String en,
      String becauseZh,
      String becauseEn,
      String source) {
    return new RuleCard(
        id,
        1,
        alias,
        scope,
        severity,
        category,
        blocks,
        new Text(zh, en),
        new Text(becauseZh, becauseEn),
        source);
  }
}
