package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.denovo.mapping.Words;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.Coded;

/**
 * Reads a cell that names codes in words: every part of it has to be a word for a code, or one that
 * changes nothing. One word that nobody knows makes the cell unreadable, because it could be a no.
 *
 * @param <E> the code list
 */
final class WordReader<E extends Enum<E> & Coded> {

  private static final Map<String, Map<String, String>> WORDS = WordFile.read("codes");

  /** A column that declares its separators has them as semicolons. */
  private static final String SEPARATORS = "[,;|+]";

  private final FieldType.Code<E> type;
  private final Lexicon lexicon;

  /**
   * @param list the name of the words in the word list
   */
  WordReader(FieldType.Code<E> type, String list) {
    this.type = type;
    Map<String, String> words = new LinkedHashMap<>();
    for (E code : type.list().getEnumConstants()) {
      for (String own : List.of(code.code(), code.title().zh(), code.title().en())) {
        words.put(Words.fold(own), code.code());
      }
    }
    words.putAll(WORDS.getOrDefault(list, Map.of()));
    Map<String, Map<String, String>> groups = new HashMap<>();
    groups.put("code", words);
    for (String shared : List.of("noise", "unit", "doubt")) {
      Map<String, String> left = new HashMap<>(WORDS.get(shared));
      if (shared.equals("noise")) {
        left.putAll(WORDS.getOrDefault(list + "_aside", Map.of()));
      }
      left.keySet().removeAll(words.keySet());
      groups.put(shared, left);
    }
    this.lexicon = Lexicon.of(groups);
  }

  /** A reader of one code; {@code settle} decides what remains when several are named. */
  CellReader one(Field<E> field, UnaryOperator<Set<E>> settle) {
    return (cell, meaning) -> Reading.of(field, answer(cell, settle));
  }

  /**
   * A reader of one code of a scale, of which a text may look like a step that it does not have.
   */
  CellReader oneOf(Field<E> field, Pattern step) {
    return (cell, meaning) -> {
      Answer<E> answer = answer(cell, UnaryOperator.identity());
      boolean beyond = step.matcher(Spelling.of(cell.text())).matches();
      return Reading.of(
          field,
          beyond && answer.equals(Answer.unreadable())
              ? Answer.unreadable(Remark.NO_SUCH_CATEGORY)
              : answer);
    };
  }

  /** A reader of one code. */
  CellReader one(Field<E> field) {
    return one(field, UnaryOperator.identity());
  }

  /** A reader of a set of codes, each in the list's words or in the centre's own. */
  CellReader all(Field<Set<E>> field) {
    return (cell, meaning) -> {
      String text = Spelling.parted(cell.text(), meaning.splitOn());
      Answer<Set<E>> answer =
          meaning.splitOn().isEmpty() ? set(lexicon.tokens(text)) : Answer.unreadable();
      return Reading.of(
          field, answer.isKnown() ? answer : set(parts(text, meaning.words().of(field.name()))));
    };
  }

  private List<Token> parts(String text, Map<String, String> own) {
    List<Token> tokens = new ArrayList<>();
    for (String part : text.split(SEPARATORS)) {
      String word = part.trim();
      String code = own.get(word);
      if (code == null) {
        tokens.addAll(lexicon.tokens(word));
      } else {
        boolean known = type.byCode().containsKey(code);
        tokens.add(new Token(known ? "code" : Token.UNKNOWN, code, word, 0));
      }
    }
    return tokens;
  }

  private Answer<Set<E>> set(List<Token> tokens) {
    Set<E> named = named(tokens);
    return named.isEmpty() || !understood(tokens)
        ? Answer.unreadable()
        : doubted(tokens, Answer.known(Set.copyOf(named)));
  }

  private Answer<E> answer(SourceCell cell, UnaryOperator<Set<E>> settle) {
    List<Token> tokens = lexicon.tokens(Spelling.of(cell.text()));
    Set<E> left = settle.apply(named(tokens));
    if (left.size() > 1) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (left.isEmpty() || !understood(tokens)) {
      return Answer.unreadable();
    }
    return doubted(tokens, Answer.known(left.iterator().next()));
  }

  private Set<E> named(List<Token> tokens) {
    Set<E> named = EnumSet.noneOf(type.list());
    tokens.stream()
        .filter(token -> token.in("code"))
        .map(token -> type.parse(token.code()))
        .forEach(named::add);
    return named;
  }

  /** A number says something else unless a unit of time or count stands behind it: 绝经5年. */
  private static boolean understood(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int behind = i + 1 < tokens.size() && tokens.get(i + 1).text().equals("+") ? i + 2 : i + 1;
      boolean counted = behind < tokens.size() && tokens.get(behind).in("unit");
      if (tokens.get(i).in(Token.UNKNOWN) || tokens.get(i).in(Token.NUMBER) && !counted) {
        return false;
      }
    }
    return true;
  }

  private static <T> Answer<T> doubted(List<Token> tokens, Answer<T> answer) {
    return tokens.stream().anyMatch(token -> token.in("doubt"))
        ? answer.with(Remark.SUSPECTED)
        : answer;
  }
}
