package org.denovo.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;

/**
 * Reads a column that asks one question: a sign or word for yes or no, with or without a detail. A
 * doubtful yes is unknown, not yes.
 */
record YesNoReader(Field<Boolean> field, Lexicon words) implements CellReader {

  private static final Map<String, Map<String, String>> WORDS = WordFile.read("yes_no");

  /** A reader that also knows the question's own words, so that 有骨转移 answers 骨转移. */
  static YesNoReader of(Field<Boolean> field) {
    Map<String, Map<String, String>> groups = new HashMap<>(WORDS);
    Map<String, String> noise = new HashMap<>(groups.get("noise"));
    noise.put(Words.fold(field.title().zh()), "noise");
    noise.put(Words.fold(field.title().en()), "noise");
    groups.put("noise", noise);
    return new YesNoReader(field, Lexicon.of(groups));
  }

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String text = Spelling.of(cell.text());
    return Reading.of(field, answer(words.tokens(Checkboxes.ticked(text).orElse(text))));
  }

  private static Answer<Boolean> answer(List<Token> tokens) {
    if (tokens.size() == 1 && tokens.get(0).in("absent")) {
      return Absences.<Boolean>coded(tokens.get(0).code()).orElseThrow();
    }
    boolean lone = tokens.size() == 1 && tokens.get(0).text().equals("?");
    if (!lone && tokens.stream().anyMatch(token -> token.in("doubt"))) {
      return Answer.absent(Absence.UNKNOWN, Remark.SUSPECTED);
    }
    int head = 0;
    while (head < tokens.size() && !tokens.get(head).in(Token.PUNCTUATION)) {
      head++;
    }
    List<Token> said = tokens.subList(0, head);
    List<Token> detail = tokens.subList(head, tokens.size());
    boolean yes = said.stream().anyMatch(token -> token.in("yes"));
    boolean no = said.stream().anyMatch(token -> token.in("no"));
    if (yes == no || said.stream().anyMatch(YesNoReader::strange)) {
      return yes && no ? Answer.unreadable(Remark.CONFLICT) : Answer.unreadable();
    }
    return agrees(yes, detail) ? Answer.known(yes) : Answer.unreadable(Remark.CONFLICT);
  }

  /** 有(姐,乳腺癌) is yes; 无；其母乳腺癌 contradicts itself. */
  private static boolean agrees(boolean yes, List<Token> detail) {
    return yes
        ? detail.stream().noneMatch(token -> token.in("no"))
        : detail.stream().noneMatch(token -> strange(token) || token.in("yes"));
  }

  private static boolean strange(Token token) {
    return token.in(Token.UNKNOWN) || token.in(Token.NUMBER) || token.in("absent");
  }
}
