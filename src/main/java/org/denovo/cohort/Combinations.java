package org.denovo.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.denovo.cohort.Sensitivity.Choice;

/** Choices of a grid with one another; of each the base case's own value stands first. */
final class Combinations {

  private Combinations() {}

  /** How many there are. */
  static double size(Sensitivity.Vary vary, Map<Choice, List<String>> values) {
    return switch (vary) {
      case ONE_AT_A_TIME -> 1 + values.values().stream().mapToDouble(v -> v.size() - 1.0).sum();
      case CROSS -> values.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    };
  }

  /** All of them, the base case first. */
  static List<Map<Choice, String>> of(Sensitivity.Vary vary, Map<Choice, List<String>> values) {
    Map<Choice, String> base = new EnumMap<>(Choice.class);
    values.forEach((choice, all) -> base.put(choice, all.get(0)));
    return switch (vary) {
      case ONE_AT_A_TIME -> oneAtATime(base, values);
      case CROSS -> crossed(base, values);
    };
  }

  private static List<Map<Choice, String>> oneAtATime(
      Map<Choice, String> base, Map<Choice, List<String>> values) {
    List<Map<Choice, String>> all = new ArrayList<>(List.of(base));
    values.forEach(
        (choice, own) ->
            own.stream().skip(1).map(value -> with(base, choice, value)).forEach(all::add));
    return all;
  }

  /** The first stays the base case, since each choice's own value stands first. */
  private static List<Map<Choice, String>> crossed(
      Map<Choice, String> base, Map<Choice, List<String>> values) {
    List<Map<Choice, String>> all = List.of(base);
    for (Map.Entry<Choice, List<String>> own : values.entrySet()) {
      all =
          all.stream()
              .flatMap(each -> own.getValue().stream().map(v -> with(each, own.getKey(), v)))
              .toList();
    }
    return all;
  }

  private static Map<Choice, String> with(Map<Choice, String> some, Choice choice, String value) {
    Map<Choice, String> with = new EnumMap<>(some);
    with.put(choice, value);
    return with;
  }
}
