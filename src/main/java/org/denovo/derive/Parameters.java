package org.denovo.derive;

import java.util.List;
import java.util.Objects;

/**
 * The choices on which derived variables depend, stored with every extract.
 *
 * @param deNovoRule {@code strict}, {@code windowN} with N in days, or {@code ncdb}
 * @param subtypeRule {@code stgallen2011}, {@code stgallen2013} or {@code maisonneuve}
 * @param oligoRule one of {@link #OLIGO_RULES}
 * @param erRule from how much on the oestrogen receptor counts as positive: {@code er_1}, 1 %
 *     (ASCO/CAP 2020), or {@code er_10}, 10 %, as before 2010 and in analyses of ER-low disease
 */
public record Parameters(String deNovoRule, String subtypeRule, String oligoRule, String erRule) {

  /** How a rule of de novo disease is written. */
  public static final String DE_NOVO_RULE = "strict|ncdb|window[0-9]{1,4}";

  /** The oligometastatic rules by name, as the literature defines them. */
  public static final List<String> OLIGO_RULES =
      List.of(
          "oligo_abc5",
          "oligo_bc1",
          "oligo_br002_final",
          "oligo_br002_initial",
          "oligo_nl_1_3",
          "oligo_tata_strat",
          "oligo_solitary",
          "oligo_core");

  /** The subtype rules by name. */
  public static final List<String> SUBTYPE_RULES =
      List.of("stgallen2011", "stgallen2013", "maisonneuve");

  /** The cut-offs of the oestrogen receptor by name. */
  public static final List<String> ER_RULES = List.of("er_1", "er_10");

  /** What holds where nobody chose. */
  public static final Parameters DEFAULT =
      new Parameters("window90", "stgallen2013", "oligo_abc5", "er_1");

  public Parameters {
    Objects.requireNonNull(deNovoRule, "deNovoRule");
    if (!deNovoRule.matches(DE_NOVO_RULE)) {
      throw new IllegalArgumentException(deNovoRule);
    }
    if (!SUBTYPE_RULES.contains(subtypeRule)) {
      throw new IllegalArgumentException(subtypeRule);
    }
    if (!OLIGO_RULES.contains(oligoRule)) {
      throw new IllegalArgumentException(oligoRule);
    }
    if (!ER_RULES.contains(erRule)) {
      throw new IllegalArgumentException(erRule);
    }
  }

  /** The names of the rules, as an extract tells them. */
  public List<String> rules() {
    return List.of(deNovoRule, subtypeRule, oligoRule, erRule);
  }

  /** The percentage from which the oestrogen receptor is positive. */
  int erCut() {
    return Integer.parseInt(erRule.substring("er_".length()));
  }
}
