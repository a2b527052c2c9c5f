package org.denovo.derive;

import java.util.List;
import java.util.Objects;

/**
 * The choices on which derived variables depend, stored with every extract.
 *
 * @param deNovoRule {@code strict}, {@code windowN} with N in days, or {@code ncdb}
 * @param subtypeRule {@code stgallen2011}, {@code stgallen2013} or {@code maisonneuve}
 * @param oligoRule one of {@link #OLIGO_RULES}
 */
public record Parameters(String deNovoRule, String subtypeRule, String oligoRule) {

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

  /** What holds where nobody chose. */
  public static final Parameters DEFAULT = new Parameters("window90", "stgallen2013", "oligo_abc5");

  public Parameters {
    Objects.requireNonNull(deNovoRule, "deNovoRule");
    if (!deNovoRule.matches("strict|ncdb|window[0-9]{1,4}")) {
      throw new IllegalArgumentException(deNovoRule);
    }
    if (!SUBTYPE_RULES.contains(subtypeRule)) {
      throw new IllegalArgumentException(subtypeRule);
    }
    if (!OLIGO_RULES.contains(oligoRule)) {
      throw new IllegalArgumentException(oligoRule);
    }
  }
}
