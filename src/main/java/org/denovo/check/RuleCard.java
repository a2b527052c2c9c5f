package org.denovo.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;

/**
 * What there is to know of a rule without running it.
 *
 * @param id for ever: never renumbered, never given to another rule
 * @param version rises when the rule judges differently
 * @param alias its number in the catalogue that it came from; empty if it has none
 * @param severity what a finding has unless the rule grades it
 * @param blocks what cannot be decided of a patient while an error stands
 * @param byField true if an error blocks only those of them that rest on the field it is about
 * @param overridable true if an error may be confirmed as it stands; a warning always may
 * @param title what is wrong, without a patient's values
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
    boolean byField,
    boolean overridable,
    Text title,
    Text says,
    Text because,
    String source) {

  /** What an error about one field can block, when the rule is about any field. */
  static final Set<Decision> ANY_FIELD = EnumSet.range(Decision.E1, Decision.E8);

  public RuleCard {
    if (!id.matches("[A-Z]{3}-[0-9]{2}")) {
      throw new IllegalArgumentException(id);
    }
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(title, "title");
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

  /** A rule whose title is its sentence, with an ellipsis where the values belong. */
  public RuleCard(
      String id,
      int version,
      String alias,
      Scope scope,
      Severity severity,
      Category category,
      Set<Decision> blocks,
      boolean byField,
      boolean overridable,
      Text says,
      Text because,
      String source) {
    this(
        id,
        version,
        alias,
        scope,
        severity,
        category,
        blocks,
        byField,
        overridable,
        new Text(general(says.zh()), general(says.en())),
        says,
        because,
        source);
  }

  /** The same under a title of its own. */
  RuleCard titled(String zh, String en) {
    return new RuleCard(
        id,
        version,
        alias,
        scope,
        severity,
        category,
        blocks,
        byField,
        overridable,
        new Text(zh, en),
        says,
        because,
        source);
  }

  /** What a finding of this rule blocks as long as nobody resolved it. */
  public Set<Decision> blockedBy(Finding finding) {
    if (finding.severity() != Severity.ERROR) {
      return Set.of();
    }
    return byField ? restingOn(finding.fields()) : blocks;
  }

  private Set<Decision> restingOn(List<String> fields) {
    Set<Decision> decisions = EnumSet.noneOf(Decision.class);
    for (String name : fields) {
      Fields.named(name).ifPresent(field -> decisions.addAll(Decision.restingOn(field)));
    }
    decisions.retainAll(blocks);
    return decisions;
  }

  /** True if somebody may confirm a finding of this rule as it stands. */
  public boolean mayConfirm(Severity severity) {
    return severity != Severity.ERROR || overridable;
  }

  /**
   * True if the rule asks whether the disease is what the registry is about. Its errors may be true
   * of a patient, who then does not belong to a cohort.
   */
  public boolean isOfEligibility() {
    return id.startsWith("DNV-");
  }

  /**
   * True if errors of a category may be confirmed where their rule does not say otherwise: what is
   * missing may be missing in the source too, and what is unlikely may be so; what is malformed or
   * miscalculated is not.
   */
  static boolean usuallyOverridable(Category category) {
    return switch (category) {
      case CONFORMANCE_VALUE, CONFORMANCE_RELATIONAL, CONFORMANCE_COMPUTATIONAL -> false;
      case COMPLETENESS, PLAUSIBILITY_UNIQUENESS, PLAUSIBILITY_ATEMPORAL, PLAUSIBILITY_TEMPORAL ->
          true;
    };
  }

  /** The same for a rule that leaves other decisions open. */
  RuleCard blocking(Decision... decisions) {
    return new RuleCard(
        id,
        version,
        alias,
        scope,
        severity,
        category,
        Set.of(decisions),
        byField,
        overridable,
        title,
        says,
        because,
        source);
  }

  /** The same for a rule whose errors nobody may confirm. */
  RuleCard impossible() {
    return new RuleCard(
        id, version, alias, scope, severity, category, blocks, byField, false, title, says, because,
        source);
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
        false,
        usuallyOverridable(category),
        new Text(zh, en),
        new Text(becauseZh, becauseEn),
        source);
  }
}
