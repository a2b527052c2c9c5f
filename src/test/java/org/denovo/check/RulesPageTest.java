package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules.md} lists the rules that run; {@code -Dgolden=update} writes the list again.
 */
class RulesPageTest {

  private static final Path PAGE = Path.of("docs", "rules.md");
  private static final String HEADING = "# The built-in rules\n";

  @Test
  void thePageListsTheBuiltInRules() throws IOException {
    String page = Files.readString(PAGE);
    int at = page.indexOf(HEADING);
    assertThat(at).as("the heading of the list").isPositive();
    String expected = page.substring(0, at) + HEADING + list();
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  /** An id is for ever: a number that no rule has is one that the page says was left out. */
  @Test
  void everyNumberWithoutARuleHasAReason() throws IOException {
    String page = Files.readString(PAGE);
    String reasons = page.substring(page.indexOf("# What is left out"), page.indexOf(HEADING));
    Set<String> explained = new TreeSet<>();
    reasons
        .lines()
        .filter(line -> line.matches("\\| [A-Z]{3}-.*"))
        .map(line -> line.split("\\|")[1])
        .flatMap(cell -> Stream.of(cell.split(",")))
        .forEach(entry -> explained.addAll(ids(entry.strip())));
    Map<String, Integer> highest = new TreeMap<>();
    Set<String> ruled = new TreeSet<>();
    for (RuleCard card : RuleBook.BUILT_IN.all()) {
      ruled.add(card.id());
      highest.merge(card.id().substring(0, 3), number(card.id()), Math::max);
    }
    Set<String> without = new TreeSet<>();
    highest.forEach(
        (family, last) -> {
          for (int n = 1; n <= last; n++) {
            without.add(id(family, n));
          }
        });
    without.removeAll(ruled);
    assertThat(explained).containsAll(without).doesNotContainAnyElementsOf(ruled);
  }

  /** {@code CON-10}, or the many of {@code OUT-01 to OUT-09}. */
  private static List<String> ids(String entry) {
    String[] ends = entry.split(" to ");
    return ends.length == 2
        ? IntStream.rangeClosed(number(ends[0]), number(ends[1]))
            .mapToObj(n -> id(ends[0].substring(0, 3), n))
            .toList()
        : List.of(entry);
  }

  private static String id(String family, int number) {
    return String.format(Locale.ROOT, "%s-%02d", family, number);
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(4));
  }

  private static String list() {
    StringBuilder list = new StringBuilder();
    list.append(
        String.format(
            Locale.ROOT,
            """

            %d rules, written by `RulesPageTest` from the rules themselves. The severity is the one that a finding has unless the rule grades
            it. `blocks` is what cannot be decided of a patient while an error stands, `field`
            that it depends on the field that the error is about; `confirm` whether an error may be confirmed as it stands.

            | id | severity | category | blocks | confirm | what is wrong | reason | source |
            |---|---|---|---|---|---|---|---|
            """,
            RuleBook.BUILT_IN.all().size()));
    for (RuleCard card : RuleBook.BUILT_IN.all()) {
      list.append("| ")
          .append(
              String.join(
                  " | ",
                  card.id(),
                  card.severity().code(),
                  card.category().code(),
                  blocks(card),
                  card.overridable() ? "yes" : "no",
                  cell(card.title().en() + "<br>" + card.title().zh()),
                  cell(card.because().en() + "<br>" + card.because().zh()),
                  cell(card.source())))
          .append(" |\n");
    }
    return list.toString();
  }

  private static String blocks(RuleCard card) {
    return card.byField()
        ? "field"
        : card.blocks().stream().map(Decision::name).collect(Collectors.joining(" "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
