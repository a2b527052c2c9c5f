package org.denovo.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that ask the same at several visits, side by side: 第1次随访日期, 第2次随访日期; {@code fu_date_1},
 * {@code fu_date_2}; the same label again.
 */
final class Wide {

  private static final String DIGITS = "一二三四五六七八九十";

  private static final Pattern ORDINAL =
      Pattern.compile(
          "第([一二三四五六七八九十]|[0-9]{1,2})次?|[tv]([0-9]{1,2})(?![0-9a-z])"
              // Lines of treatment are no visits: the first is a field of its own.
              + "|(?<!line ?|(?<![a-z])l|[0-9])([0-9]{1,2})(?![0-9])(?:st|nd|rd|th)?(?![a-z]|["
              + " -]?line)");

  /**
   * A column of a group.
   *
   * @param group what the labels of the group have in common
   * @param visit which of them it is, from 1
   * @param parts the label without its ordinal
   */
  record Member(String group, int visit, List<String> parts) {}

  private Wide() {}

  /**
   * The members of groups of two columns or more, by column index. Columns that are only numbered
   * (项目1, 项目2) have nothing in common.
   */
  static Map<Integer, Member> members(
      List<ColumnScan> columns, Dictionary dictionary, HeaderWords words) {
    Map<String, List<Member>> groups = new LinkedHashMap<>();
    Map<String, List<Integer>> indexes = new HashMap<>();
    for (ColumnScan column : columns) {
      Member member = member(column, dictionary.title(column));
      groups.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(member);
      indexes.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(column.index());
    }
    Map<Integer, Member> members = new HashMap<>();
    groups.forEach(
        (group, same) -> {
          long visits = same.stream().map(Member::visit).distinct().count();
          boolean named = words.says(same.get(0).parts()) != Telling.Header.SAYS_NOTHING;
          if (named && same.size() > 1 && visits == same.size()) {
            for (int i = 0; i < same.size(); i++) {
              members.put(indexes.get(group).get(i), same.get(i));
            }
          }
        });
    return members;
  }

  /** What a dictionary says of a column tells visits sooner than the number of its item does. */
  private static Member member(ColumnScan column, Optional<String> title) {
    List<String> parts = new ArrayList<>();
    int visit = 0;
    for (String part : title.map(List::of).orElse(column.parts())) {
      String text = Concepts.fold(part);
      Matcher ordinal = ORDINAL.matcher(text);
      if (ordinal.find()) {
        visit = number(ordinal);
        text = text.substring(0, ordinal.start()) + " " + text.substring(ordinal.end());
      }
      parts.add(text.strip());
    }
    int again = column.key().lastIndexOf('#');
    if (visit == 0 && again > 0 && !column.label().equals(column.key())) {
      visit = Integer.parseInt(column.key().substring(again + 1));
    }
    if (parts.stream().anyMatch(String::isBlank)) {
      parts.removeIf(String::isBlank);
    }
    return parts.isEmpty()
        ? new Member(column.key(), visit, column.parts())
        : new Member(String.join("/", parts), visit, parts);
  }

  private static int number(Matcher ordinal) {
    for (int i = 1; i <= ordinal.groupCount(); i++) {
      String digits = ordinal.group(i);
      if (digits != null) {
        int chinese = DIGITS.indexOf(digits);
        return chinese >= 0 ? chinese + 1 : Integer.parseInt(digits);
      }
    }
    throw new IllegalStateException(ordinal.group());
  }

  /** How the visits of a field become one answer; empty if no rule is safe. */
  static String take(Target target) {
    if (Set.of("date_last_contact", "date_last_disease_assessment").contains(target.name())) {
      return "max";
    }
    if (Set.of("vital_status", "vital", "cancer_status", "lost_to_followup")
        .contains(target.name())) {
      return "last";
    }
    return target.name().equals("date_death") ? "any" : "";
  }
}
