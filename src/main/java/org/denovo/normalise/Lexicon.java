package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a folded text into known words, the longest first at each place, so that 保乳 is seen before 乳
 * and 未见癌 before 癌. What no list knows stays visible as an unknown token.
 */
final class Lexicon {

  private record Word(String spelling, String group, String code) {}

  private final Map<Character, List<Word>> byFirst = new HashMap<>();

  private Lexicon(Map<String, Map<String, String>> groups) {
    Map<String, Word> seen = new LinkedHashMap<>();
    groups.forEach(
        (group, words) ->
            words.forEach(
                (spelling, code) -> {
                  Word other = seen.put(spelling, new Word(spelling, group, code));
                  if (other != null) {
                    throw new IllegalStateException(
                        "'" + spelling + "' stands in " + other.group() + " and " + group);
                  }
                }));
    seen.values()
        .forEach(
            word ->
                byFirst
                    .computeIfAbsent(word.spelling().charAt(0), c -> new ArrayList<>())
                    .add(word));
    byFirst
        .values()
        .forEach(words -> words.sort(Comparator.comparingInt((Word w) -> -w.spelling().length())));
  }

  /** The lexicon of one of the word lists that come with the software. */
  static Lexicon named(String name) {
    return new Lexicon(WordFile.read(name));
  }

  /** A lexicon of these groups, folded spelling to code. */
  static Lexicon of(Map<String, Map<String, String>> groups) {
    return new Lexicon(groups);
  }

  /** The text's tokens in order; white space separates and is left out. */
  List<Token> tokens(String folded) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      char c = folded.charAt(at);
      if (c == ' ') {
        at++;
        continue;
      }
      Token token = at(folded, at);
      int last = tokens.size() - 1;
      if (token.in(Token.UNKNOWN) && last >= 0 && touches(tokens.get(last), at)) {
        Token before = tokens.remove(last);
        String text = before.text() + token.text();
        token = new Token(Token.UNKNOWN, text, text, before.at());
        at = before.at();
      }
      tokens.add(token);
      at = end(folded, at, token.text());
    }
    return tokens;
  }

  private static boolean touches(Token before, int at) {
    return before.in(Token.UNKNOWN) && before.at() + before.text().length() == at;
  }

  private Token at(String text, int at) {
    for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = end(text, at, word.spelling());
      if (end > 0 && bounded(text, at, end)) {
        return new Token(word.group(), word.code(), word.spelling(), at);
      }
    }
    char c = text.charAt(at);
    if (digit(c)) {
      String number = number(text, at);
      return new Token(Token.NUMBER, number, number, at);
    }
    if (latin(c)) {
      int end = at;
      while (end < text.length() && latin(text.charAt(end))) {
        end++;
      }
      String unknown = text.substring(at, end);
      return new Token(Token.UNKNOWN, unknown, unknown, at);
    }
    String one = text.substring(at, at + 1);
    return new Token(
        Character.isLetter(c) || Character.isSurrogate(c) ? Token.UNKNOWN : Token.PUNCTUATION,
        one,
        one,
        at);
  }

  /**
   * Where a spelling that starts at a position ends, or -1. A blank between two Chinese characters,
   * as a justified line or a line break has it, parts no word: 拒 绝, 保 乳.
   */
  private static int end(String text, int at, String spelling) {
    int end = at;
    for (int i = 0; i < spelling.length(); i++) {
      boolean within = i > 0 && isHan(spelling.charAt(i - 1)) && isHan(spelling.charAt(i));
      if (within && end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      if (end >= text.length() || text.charAt(end) != spelling.charAt(i)) {
        return -1;
      }
      end++;
    }
    return end;
  }

  private static boolean isHan(char c) {
    return c >= 0x4e00 && c <= 0x9fff;
  }

  /** A Latin word ends where its letters end: {@code l} is not found in {@code bilateral}. */
  private static boolean bounded(String text, int start, int end) {
    return !(latin(text.charAt(start)) && start > 0 && latin(text.charAt(start - 1)))
        && !(latin(text.charAt(end - 1)) && end < text.length() && latin(text.charAt(end)))
        && !(digit(text.charAt(start)) && start > 0 && digit(text.charAt(start - 1)))
        && !(digit(text.charAt(end - 1)) && end < text.length() && digit(text.charAt(end)));
  }

  private static String number(String text, int at) {
    int end = at;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.' && digit(text.charAt(end + 1))) {
      end++;
      while (end < text.length() && digit(text.charAt(end))) {
        end++;
      }
    }
    return text.substring(at, end);
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
