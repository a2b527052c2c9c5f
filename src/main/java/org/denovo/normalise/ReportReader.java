package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denovo.mapping.Meaning;
import org.denovo.normalise.Origin.Label;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.HistologyGroup;

/**
 * Reads a report in words: cuts it into clauses and gives each to the grammars whose subject it
 * names: stage, operation with its date, margin, nodes, histology, grade, subtype, stains. Prose
 * that is of none of them says nothing; a clause that names a margin or a stain and is not
 * understood makes that answer unreadable.
 */
final class ReportReader implements CellReader {

  private static final Pattern STAGE =
      Pattern.compile("[tm]\\s?[:=]?\\s?[0-4xi]|(?<!周)期|(?<![a-z])stage(?![a-z])");
  private static final Pattern MARGIN =
      Pattern.compile("切缘|断端|切端|残端|基底(?!样|细胞)|margin|(?<![a-z])r[012](?![0-9a-z])");
  private static final Pattern NODES = Pattern.compile("(?:淋巴结|(?<![a-z])s?ln(?![a-z])).*[0-9]");
  private static final Pattern OPERATION =
      Pattern.compile(
          "切除|全切|根治|保乳|扩大|清扫|术(?!后|前|中)|未手术|(?<![a-z])(?:slnb|alnd|bcs|mrm)(?![a-z])|mastectomy|lumpectomy|(?<![a-z])surgery");
  private static final Pattern GRADE =
      Pattern.compile("级|分化|(?<![a-z])(?:grade|g[1-3])(?![a-z0-9])");
  private static final Pattern HISTOLOGY =
      Pattern.compile("癌|瘤|carcinoma|(?<![a-z])(?:idc|ilc|dcis|nst)(?![a-z])");
  private static final Pattern SUBTYPE = Pattern.compile("luminal|分型|三阴|(?:富集|过表达)型|tnbc");
  private static final Pattern NO_SPECIAL_TYPE =
      Pattern.compile("\\s*(?:非特殊类?型|非特指型|nst|no special type)");

  /** 左乳改良根治标本: says what was done, and what follows is the diagnosis. */
  private static final Pattern SPECIMEN = Pattern.compile("(?:根治|切除|保乳)术?(?:后)?(?:大体)?标本$");

  /** A stage, which is no part of a diagnosis' name. */
  private static final Pattern STAGE_TEXT =
      Pattern.compile(
          "[(,]?\\s*(?<![a-z])(?:yp|yc|[pcr])?t(?:[0-4][a-d]?|x|is|[0-4]mi)[\\s,]*[pc]?n(?:[0-3](?:mi|[a-c])?|x)[\\s,]*(?:[pc]?m[01x])?(?![a-z0-9])\\s*\\)?"
              + "|\\(?(?:(?<![a-z])(?:iv|iii[abc]?|ii[ab]?|i[ab]?)|[1-4一二三四][abc]?)期\\)?");

  /** The three scores behind a Nottingham grade: (3+2+1=6分). */
  private static final Pattern GRADE_SCORES =
      Pattern.compile("\\(?[1-3]\\s*[+,]\\s*[1-3]\\s*[+,]\\s*[1-3](?:\\s*=\\s*[3-9])?\\s*分?\\)?");

  /** A grade between two, which gives none. */
  private static final Pattern GRADE_BETWEEN =
      Pattern.compile("(?:[1-3]|i{1,3})\\s*级?\\s*[-~/]\\s*(?:[1-3]|i{1,3})\\s*级");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?)(?![0-9])");

  /**
   * Whose labels hold for the stains that follow; a node or an in situ part is named in passing.
   */
  private static final Set<Label> KEPT =
      EnumSet.of(
          Label.BEFORE, Label.AFTER, Label.OWN, Label.OUTSIDE, Label.METASTASIS, Label.PRIMARY);

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    Report report = new Report(cell);
    clauses(Spelling.of(cell.text())).forEach(report::take);
    Reading reading = report.reading(meaning);
    return reading.answers().isEmpty() ? Reading.unreadable(FirstLook.principal(meaning)) : reading;
  }

  /** The clauses of a text; what stands in brackets is not cut. */
  private static List<String> clauses(String text) {
    List<String> clauses = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = c == '(' ? depth + 1 : c == ')' ? Math.max(0, depth - 1) : depth;
      boolean end =
          c == ';'
              || c == '|'
              || depth == 0
                  && (c == ',' && !goesOn(text, from, i) || c == '.' && !isDecimal(text, i))
              || depth == 0 && c == ':' && SPECIMEN.matcher(text.substring(from, i)).find();
      if (end) {
        clauses.add(text.substring(from, i).trim());
        from = i + 1;
        depth = 0;
      }
    }
    clauses.add(text.substring(from).trim());
    clauses.removeIf(String::isEmpty);
    return clauses;
  }

  /** ER、PR(-) is one clause, and so is 浸润性癌，非特殊型. */
  private static boolean goesOn(String text, int from, int comma) {
    List<Marker.Part> parts = Marker.split(text.substring(from, comma));
    boolean bare = parts.size() == 1 && !parts.get(0).markers().isEmpty();
    return bare && parts.get(0).text().isBlank()
        || NO_SPECIAL_TYPE.matcher(text).region(comma + 1, text.length()).lookingAt();
  }

  private static boolean isDecimal(String text, int point) {
    return point > 0
        && point + 1 < text.length()
        && Character.isDigit(text.charAt(point - 1))
        && Character.isDigit(text.charAt(point + 1));
  }

  /** What the clauses of one report are about. */
  private static final class Report {

    private final SourceCell cell;
    private final List<Provenance> stains = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final List<String> margins = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private Origin context = Origin.UNSAID;
    private boolean inStains;

    Report(SourceCell cell) {
      this.cell = cell;
    }

    void take(String clause) {
      boolean named =
          Marker.split(clause).stream().anyMatch(part -> !part.markers().isEmpty())
              || Hybridisation.speaksOfGene(clause);
      boolean goesOn = inStains && Stain.of(clause).isPresent();
      inStains = named || goesOn;
      if (STAGE.matcher(clause).find() && tells(Topic.TNM, clause)) {
        stages.add(clause);
      }
      if (inStains) {
        if (named) {
          stains(clause);
        } else {
          goOn(clause);
        }
        if (SUBTYPE.matcher(clause).find()) {
          others.add(clause.replace(" (", "("));
        }
        return;
      }
      keepContext(clause);
      if (MARGIN.matcher(clause).find()) {
        margins.add(clause);
      } else if (NODES.matcher(clause).find() && tells(Topic.NODES, afterColon(clause))) {
        nodes.add(afterColon(clause));
      } else if (OPERATION.matcher(clause).find()) {
        operations.add(clause.endsWith("标本") ? clause.substring(0, clause.length() - 2) : clause);
      } else {
        others.add(GRADE_SCORES.matcher(afterColon(clause)).replaceAll(" ").trim());
      }
    }

    private void stains(String clause) {
      for (Provenance stretch : Provenance.of(clause)) {
        boolean own = !stretch.origin().labels().isEmpty();
        stains.add(own ? stretch : new Provenance(context, stretch.text()));
      }
    }

    /** ER：+++，90%: what follows without a name is of the stain before it. */
    private void goOn(String clause) {
      int last = stains.size() - 1;
      Provenance before = stains.get(last);
      stains.set(last, new Provenance(before.origin(), before.text() + "," + clause));
    }

    private void keepContext(String clause) {
      List<Provenance> stretches = Provenance.of(clause);
      Set<Label> labels = EnumSet.noneOf(Label.class);
      if (!stretches.isEmpty()) {
        labels.addAll(stretches.get(stretches.size() - 1).origin().labels());
      }
      labels.retainAll(KEPT);
      context = labels.isEmpty() ? context : Origin.of(labels);
    }

    private boolean tells(Topic topic, String piece) {
      return Readers.ofPiece(topic, cell, piece).answers().values().stream()
          .anyMatch(Answer::isKnown);
    }

    Reading reading(Meaning meaning) {
      Reading reading = ReceptorLineReader.read(MarkerLine.of(stains));
      reading = reading.or(piece(Topic.TNM, stages)).or(piece(Topic.MARGIN, margins));
      reading = reading.or(piece(Topic.NODES, nodes)).or(operation(meaning));
      return reading.or(histology()).or(one(GRADE_NOTTINGHAM, GRADE)).or(subtype());
    }

    private Reading piece(Topic topic, List<String> clauses) {
      return clauses.isEmpty()
          ? new Reading(Map.of())
          : Readers.ofPiece(topic, cell, String.join(";", clauses));
    }

    /** The operation, and its date if the report tells of one operation only. */
    private Reading operation(Meaning meaning) {
      List<String> told = new ArrayList<>();
      List<String> dates = new ArrayList<>();
      for (String clause : operations) {
        Matcher date = DATE.matcher(clause);
        String bare = date.replaceAll(" ").trim();
        Reading one = Readers.ofPiece(Topic.OPERATION, cell, bare);
        Answer<?> type = one.answer(SURGERY_TYPE);
        if (type.isKnown() || type.has(Remark.PLANNED)) {
          told.add(bare);
          if (!clause.contains("术后")) {
            date.reset().results().forEach(found -> dates.add(found.group()));
          }
        }
      }
      Reading reading = piece(Topic.OPERATION, told);
      boolean dated =
          told.size() == 1 && dates.size() == 1 && reading.answer(SURGERY_TYPE).isKnown();
      return dated
          ? reading.and(
              DATE_PRIMARY_SURGERY,
              new WrittenDate(dates.get(0), meaning.dateOrder(), false).read())
          : reading;
    }

    /** The invasive part counts; two invasive kinds are not one. */
    private Reading histology() {
      Set<HistologyGroup> named = EnumSet.noneOf(HistologyGroup.class);
      Stream.concat(others.stream(), operations.stream())
          .filter(clause -> HISTOLOGY.matcher(clause).find())
          .map(clause -> STAGE_TEXT.matcher(clause).replaceAll(" "))
          .map(clause -> GRADE_BETWEEN.matcher(clause).replaceAll(" "))
          .map(clause -> Readers.ofPiece(HISTOLOGY_GROUP, cell, clause).answer(HISTOLOGY_GROUP))
          .forEach(answer -> answer.optional().ifPresent(named::add));
      if (named.size() > 1) {
        named.remove(HistologyGroup.IN_SITU);
      }
      return named.isEmpty()
          ? new Reading(Map.of())
          : Reading.of(
              HISTOLOGY_GROUP,
              named.size() == 1
                  ? Answer.known(named.iterator().next())
                  : Answer.unreadable(Remark.TWO_READINGS));
    }

    private Reading subtype() {
      return one(MOLECULAR_SUBTYPE_RECORDED, SUBTYPE);
    }

    /** What the clauses say of a field, if they say the same. */
    private <T> Reading one(Field<T> field, Pattern subject) {
      List<Answer<T>> said =
          others.stream()
              .filter(clause -> subject.matcher(clause).find())
              .map(clause -> Readers.ofPiece(field, cell, clause).answer(field))
              .filter(Answer::isKnown)
              .distinct()
              .toList();
      return said.isEmpty()
          ? new Reading(Map.of())
          : Reading.of(
              field, said.size() == 1 ? said.get(0) : Answer.unreadable(Remark.TWO_READINGS));
    }

    private static String afterColon(String clause) {
      return clause.substring(clause.lastIndexOf(':') + 1).trim();
    }
  }
}
