package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
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

  private static String list() {
    StringBuilder list = new StringBuilder();
    list.append(
        String.format(
            Locale.ROOT,
            """

            %d rules, written by `RulesPageTest` from the rules themselves. `…` is a value of the patient; the severity is the one
            that a finding has unless the rule grades it. `blocks` is what cannot be decided of a patient while an error stands, `field`
            that it depends on the field that the error is about; `confirm` whether an error may be confirmed as it stands.

            | id | severity | category | blocks | confirm | sentence | reason | source |
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
                  cell(card.inGeneral().en() + "<br>" + card.inGeneral().zh()),
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
