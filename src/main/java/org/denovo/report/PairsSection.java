package org.denovo.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.denovo.linkage.Comparison;
import org.denovo.linkage.Linkage;
import org.denovo.linkage.Pair;
import org.denovo.vocabulary.Text;

/** The section on records that are or may be of one person. */
final class PairsSection {

  private static final int SHOWN = 200;

  private PairsSection() {}

  static Map<String, Object> view(Linkage.Found found) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("standings", standings(found.pairs()));
    view.put("rows", found.pairs().stream().limit(SHOWN).map(PairsSection::row).toList());
    view.put("records", found.account().records());
    view.put("compared", found.account().compared());
    view.put("passedOver", found.account().passedOver());
    return view;
  }

  private static List<Map<String, Object>> standings(List<Pair> pairs) {
    List<Map<String, Object>> standings = new ArrayList<>();
    for (Pair.Standing standing : Pair.Standing.values()) {
      long count = pairs.stream().filter(pair -> pair.standing() == standing).count();
      if (count > 0) {
        standings.add(Map.of("title", Page.text(standing.title()), "count", count));
      }
    }
    return standings;
  }

  private static Map<String, Object> row(Pair pair) {
    List<Map<String, Object>> levels = new ArrayList<>();
    pair.levels()
        .forEach(
            (comparison, level) ->
                levels.add(
                    Map.of(
                        "agrees",
                        comparison.sense(level) == Comparison.Sense.AGREE,
                        "text",
                        Page.text(
                            new Text("{0}：{1}", "{0}: {1}")
                                .with(comparison.field().title(), comparison.says(level))))));
    return Map.of(
        "one",
        pair.one().centre() + " " + pair.one().pid(),
        "other",
        pair.other().centre() + " " + pair.other().pid(),
        "standing",
        Page.text(pair.standing().title()),
        "weight",
        String.format(Locale.ROOT, "%.1f", pair.weight()),
        "probability",
        pair.probability() < 0.001
            ? "< 0.001"
            : String.format(Locale.ROOT, "%.3f", pair.probability()),
        "levels",
        levels);
  }
}
