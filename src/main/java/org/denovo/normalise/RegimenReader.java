package org.denovo.normalise;

import static org.denovo.record.Fields.ANTI_HER2_THERAPY;
import static org.denovo.record.Fields.CHEMOTHERAPY;
import static org.denovo.record.Fields.ENDOCRINE_THERAPY;
import static org.denovo.record.Fields.LINE1_DRUGS;
import static org.denovo.record.Fields.SYSTEMIC_THERAPY;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.DrugClass;

/**
 * Reads a regimen: drugs by name, brand or abbreviation into their classes, and which kinds of
 * systemic therapy they are. A cell with an unknown drug names no classes, because a set that lacks
 * one would be wrong; the kinds that are certain are still given.
 */
final class RegimenReader implements CellReader {

  private static final Lexicon WORDS = Lexicon.named("regimen");

  private static final Map<Field<Boolean>, Set<DrugClass>> KINDS =
      Map.of(
          CHEMOTHERAPY, DrugClass.CHEMOTHERAPY,
          ENDOCRINE_THERAPY, DrugClass.WITH_ENDOCRINE,
          ANTI_HER2_THERAPY, DrugClass.ANTI_HER2);

  private static final FieldType.Code<DrugClass> CLASS =
      ((FieldType.Codes<DrugClass>) LINE1_DRUGS.type()).code();

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    List<Token> tokens = WORDS.tokens(Spelling.parted(cell.text(), meaning.splitOn()));
    if (Token.any(tokens, "nothing")) {
      return tokens.size() == 1
          ? Reading.of(LINE1_DRUGS, Answer.<Set<DrugClass>>known(Set.of()))
              .and(SYSTEMIC_THERAPY, Answer.known(false))
          : unread();
    }
    Set<DrugClass> classes = classes(tokens);
    boolean chemo = Token.any(tokens, "chemotherapy");
    boolean endocrine = Token.any(tokens, "endocrine");
    boolean antiHer2 = Token.any(tokens, "anti_her2");
    boolean kind = chemo || endocrine || antiHer2 || Token.any(tokens, "targeted");
    if (Token.any(tokens, "without")) {
      return without(tokens, classes);
    }
    if (Token.any(tokens, "not") || classes.isEmpty() && !kind || isBareLetter(tokens)) {
      return unread();
    }
    if (Token.any(tokens, "plan")) {
      return planned(tokens);
    }
    boolean unknown = Token.any(tokens, Token.UNKNOWN);
    Reading reading = Reading.of(LINE1_DRUGS, drugs(classes, unknown, kind));
    if (unknown && !isNamedInFull(tokens)) {
      return reading;
    }
    boolean hormonal = meets(classes, DrugClass.WITH_ENDOCRINE);
    reading = flag(reading, CHEMOTHERAPY, chemo || meets(classes, DrugClass.CHEMOTHERAPY));
    reading = flag(reading, ENDOCRINE_THERAPY, endocrine || hormonal);
    reading = flag(reading, ANTI_HER2_THERAPY, antiHer2 || meets(classes, DrugClass.ANTI_HER2));
    boolean onlyBone = classes.equals(Set.of(DrugClass.BONE_AGENT));
    return flag(reading, SYSTEMIC_THERAPY, !onlyBone);
  }

  /** 化疗 alone leaves the drugs unknown; beside named ones it may stand for more of them. */
  private static Answer<Set<DrugClass>> drugs(
      Set<DrugClass> classes, boolean unknown, boolean kind) {
    if (unknown) {
      return Answer.unreadable();
    }
    if (classes.isEmpty()) {
      return Answer.absent(Absence.UNKNOWN);
    }
    Answer<Set<DrugClass>> known = Answer.known(Set.copyOf(classes));
    return kind ? known.with(Remark.OPEN_LIST) : known;
  }

  /** 拟行TCbHP: nothing is given yet; but a plan behind what was given leaves open what was. */
  private static Reading planned(List<Token> tokens) {
    return tokens.get(0).in("plan") && !Token.any(tokens, Token.UNKNOWN)
        ? Reading.of(LINE1_DRUGS, Answer.absent(Absence.PENDING, Remark.PLANNED))
        : unread();
  }

  /** 未行化疗，来曲唑: one kind was not given, others may be named beside it. */
  private static Reading without(List<Token> tokens, Set<DrugClass> classes) {
    List<Token> rest = tokens.stream().filter(t -> !t.in("without")).toList();
    boolean open =
        Stream.of("not", "plan", Token.UNKNOWN, "nothing").anyMatch(g -> Token.any(rest, g));
    Reading reading =
        Reading.of(
            LINE1_DRUGS,
            classes.isEmpty() ? Answer.absent(Absence.UNKNOWN) : Answer.known(Set.copyOf(classes)));
    for (Map.Entry<Field<Boolean>, Set<DrugClass>> kind : KINDS.entrySet()) {
      Field<Boolean> field = kind.getKey();
      boolean denied = rest.size() < tokens.size() && says(tokens, field.name());
      boolean given = meets(classes, kind.getValue()) || says(rest, field);
      if (open || denied && given) {
        return unread();
      }
      if (denied) {
        boolean refused = tokens.stream().anyMatch(t -> t.in("without") && refuses(t.text()));
        Answer<Boolean> no = Answer.known(false);
        reading = reading.and(field, refused ? no.with(Remark.REFUSED) : no);
      } else {
        reading = flag(reading, field, given);
      }
    }
    return classes.isEmpty() ? reading : flag(reading, SYSTEMIC_THERAPY, true);
  }

  private static boolean says(List<Token> tokens, String kind) {
    return tokens.stream().anyMatch(t -> t.is("without", kind));
  }

  private static boolean says(List<Token> tokens, Field<Boolean> kind) {
    return Token.any(tokens, kind.name().replace("_therapy", ""));
  }

  private static boolean refuses(String word) {
    return word.contains("拒绝") || word.contains("放弃") || word.matches("(?:declined|refused).*");
  }

  private static Reading unread() {
    return Reading.of(LINE1_DRUGS, Answer.unreadable());
  }

  private static Set<DrugClass> classes(List<Token> tokens) {
    Set<DrugClass> classes = EnumSet.noneOf(DrugClass.class);
    for (Token token : tokens) {
      if (token.in("drug") || token.in("regimen")) {
        for (String code : token.code().split("\\+")) {
          classes.add(CLASS.parse(code));
        }
      }
    }
    return classes;
  }

  /** One letter alone may be a code as well as a drug. */
  private static boolean isBareLetter(List<Token> tokens) {
    return tokens.size() == 1 && tokens.get(0).text().length() == 1;
  }

  /** Beside text that nobody knows only whole names count, no abbreviations. */
  private static boolean isNamedInFull(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.in("drug") || token.in("regimen"))
        .allMatch(
            token ->
                token.in("drug") && token.text().length() > 3
                    || token.text().chars().allMatch(c -> c > 0x80));
  }

  private static boolean meets(Set<DrugClass> classes, Set<DrugClass> kind) {
    return classes.stream().anyMatch(kind::contains);
  }

  /** A kind that is not named stays open: the cell need not list everything. */
  private static Reading flag(Reading reading, Field<Boolean> field, boolean said) {
    return said ? reading.and(field, Answer.known(true)) : reading;
  }
}
