package org.denovo.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.denovo.check.Ruling;
import org.denovo.vocabulary.Lang;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The {@code queries} of a job file. */
final class QueriesBlock {

  static final List<String> KEYS = List.of("language", "days", "copies", "accept");
  static final List<String> LANGUAGES =
      Arrays.stream(Lang.values()).map(lang -> lang.name().toLowerCase(Locale.ROOT)).toList();
  static final List<String> ACCEPTED =
      Arrays.stream(Queries.Accept.values()).map(QueriesBlock::written).toList();

  private QueriesBlock() {}

  static Queries read(YamlNode node, Problems problems) {
    node.onlyKeys(problems, KEYS);
    return new Queries(
        JobFiles.value(node, "language", QueriesBlock::language, "zh / en", problems)
            .orElse(Lang.ZH),
        JobFiles.value(node, "days", QueriesBlock::days, "30", problems)
            .orElse(Ruling.DAYS_TO_ANSWER),
        JobFiles.value(node, "copies", QueriesBlock::yes, "yes / no", problems).orElse(false),
        JobFiles.value(node, "accept", QueriesBlock::accept, String.join(" / ", ACCEPTED), problems)
            .orElse(Queries.Accept.BY_HAND));
  }

  private static String written(Queries.Accept accept) {
    return accept.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Lang language(String text) {
    return Lang.valueOf(oneOf(text, LANGUAGES).toUpperCase(Locale.ROOT));
  }

  private static Queries.Accept accept(String text) {
    return Queries.Accept.values()[ACCEPTED.indexOf(oneOf(text, ACCEPTED))];
  }

  private static String oneOf(String text, List<String> known) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static int days(String text) {
    int days = Integer.parseInt(text.strip());
    if (days < 1 || days > 3_650) {
      throw new IllegalArgumentException(text);
    }
    return days;
  }
}
