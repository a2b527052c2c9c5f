package org.denovo.normalise;

import static org.denovo.record.Fields.LESION_COUNT;
import static org.denovo.record.Fields.MET_CERTAINTY;
import static org.denovo.record.Fields.MET_SITES;
import static org.denovo.record.Fields.MET_TIMING;
import static org.denovo.record.Fields.OLIGO_RECORDED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.FieldType;
import org.denovo.record.Interval;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MetCertainty;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.MetTiming;

/**
 * Reads what is said of metastases: the sites, how many lesions, how sure, whether later than the
 * diagnosis. Regional nodes are no metastasis, an organ that nobody knows leaves the sites
 * unreadable, and a mention of treatment says nothing.
 */
final class MetastasesReader implements CellReader {

  static final Lexicon WORDS = Lexicon.named("metastases");

  static final FieldType.Code<MetSite> SITE = ((FieldType.Codes<MetSite>) MET_SITES.type()).code();

  private static final Answer<Object> NOT_DONE = Answer.absent(Absence.NOT_DONE);

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    return read(Spelling.parted(cell.text(), meaning.splitOn()));
  }

  /** True if the cell says that there is none at that site: 骨(-), 肝、骨均未见转移. */
  static boolean denies(SourceCell cell, Meaning meaning, MetSite site) {
    String text = Checkboxes.answered(Spelling.parted(cell.text(), meaning.splitOn()));
    List<Token> tokens = MetastasisSigns.read(WORDS.tokens(text));
    List<MetastasisClause> about =
        MetastasisClause.of(tokens).stream().filter(c -> c.sites().contains(site)).toList();
    boolean clear = MetastasisWording.isUnderstood(tokens) && !Token.any(tokens, "doubt");
    return clear && !about.isEmpty() && about.stream().allMatch(MetastasisClause::denied);
  }

  /** What a folded text says. */
  static Reading read(String written) {
    String text = Checkboxes.answered(written);
    if (Absences.of(text).filter(MetastasesReader::saysNothing).isPresent()) {
      return Reading.of(MET_SITES, Answer.unreadable());
    }
    List<Token> tokens = MetastasisSigns.read(WORDS.tokens(text));
    List<MetastasisClause> clauses = MetastasisClause.of(tokens);
    if (!MetastasisWording.isUnderstood(tokens) || isAboutTreatment(tokens, clauses)) {
      return Reading.of(MET_SITES, Answer.unreadable());
    }
    List<MetastasisClause> affirmed = clauses.stream().filter(c -> !c.denied()).toList();
    boolean later = isLater(affirmed);
    boolean doubted = isDoubted(clauses);
    Answer<Set<MetSite>> sites = sites(tokens, clauses, affirmed);
    if (sites instanceof Answer.Unreadable) {
      return Reading.of(MET_SITES, sites);
    }
    Reading reading = Reading.of(MET_SITES, remarked(sites, later, doubted));
    Optional<Answer<Interval>> count = LesionSum.of(counting(tokens, affirmed));
    if (count.isPresent()) {
      reading = reading.and(LESION_COUNT, count.get());
    }
    if (doubted && !isPartlySure(affirmed)) {
      reading = reading.and(MET_CERTAINTY, Answer.known(MetCertainty.SUSPECTED));
    } else if (!doubted && affirmed.stream().anyMatch(c -> c.has("sure"))) {
      reading = reading.and(MET_CERTAINTY, Answer.known(MetCertainty.CONFIRMED));
    }
    if (later) {
      reading =
          reading.and(MET_TIMING, Answer.known(MetTiming.METACHRONOUS, Remark.RECURRENCE_WORDING));
    } else if (affirmed.stream().anyMatch(c -> c.has("first"))) {
      reading = reading.and(MET_TIMING, Answer.known(MetTiming.SYNCHRONOUS));
    }
    Optional<Answer<Boolean>> oligo = oligo(tokens, doubted);
    return oligo.isPresent() ? reading.and(OLIGO_RECORDED, oligo.get()) : reading;
  }

  /** 未检查 denies the examination, not the metastasis; of 见附件 the attachment is no ovary. */
  private static boolean saysNothing(Answer<Object> absence) {
    return absence.equals(NOT_DONE) || absence.has(Remark.IN_ANOTHER_REPORT);
  }

  private static boolean isAboutTreatment(List<Token> tokens, List<MetastasisClause> clauses) {
    boolean treated = clauses.stream().anyMatch(c -> c.has("treatment") && c.speaks());
    return treated || isOperated(tokens);
  }

  /** 肺转移术后: what stands before 术后 was operated on, and nothing came later. */
  private static boolean isOperated(List<Token> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).in("later") && tokens.get(at).text().endsWith("后")) {
        List<Token> rest = tokens.subList(at + 1, tokens.size());
        if (rest.stream().noneMatch(t -> t.in("met") || t.in("site") || t.in("regional"))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLater(List<MetastasisClause> affirmed) {
    return affirmed.stream().anyMatch(c -> c.has("later"));
  }

  /** A word of doubt, or a finding that nothing in the text shows to be a metastasis. */
  private static boolean isDoubted(List<MetastasisClause> clauses) {
    Set<MetSite> proved = EnumSet.noneOf(MetSite.class);
    clauses.stream()
        .filter(c -> !c.denied() && !c.isUnproved())
        .forEach(c -> proved.addAll(c.sites()));
    boolean open = false;
    for (MetastasisClause clause : clauses) {
      boolean settles = clause.sites().isEmpty() && clause.proves() && !clause.denied();
      open = clause.isUnproved() && !proved.containsAll(clause.sites()) || open && !settles;
    }
    boolean word = clauses.stream().anyMatch(c -> c.has("doubt"));
    boolean lone =
        clauses.size() == 1
            && clauses.get(0).tokens().size() == 1
            && clauses.get(0).tokens().get(0).text().equals("?");
    return open || word && !lone;
  }

  /** 骨转移，肺转移？ is sure of the bone. */
  private static boolean isPartlySure(List<MetastasisClause> affirmed) {
    boolean sure =
        affirmed.stream().anyMatch(c -> !c.sites().isEmpty() && c.closed() && !isUnsure(c));
    return sure && affirmed.stream().anyMatch(c -> !c.sites().isEmpty() && isUnsure(c));
  }

  private static boolean isUnsure(MetastasisClause clause) {
    return clause.has("doubt") || clause.isUnproved();
  }

  private static Answer<Set<MetSite>> sites(
      List<Token> tokens, List<MetastasisClause> clauses, List<MetastasisClause> affirmed) {
    Set<MetSite> named = EnumSet.noneOf(MetSite.class);
    affirmed.forEach(clause -> named.addAll(clause.sites()));
    Set<MetSite> denied = EnumSet.noneOf(MetSite.class);
    clauses.stream().filter(c -> c.denied()).forEach(clause -> denied.addAll(clause.sites()));
    boolean somewhere = affirmed.stream().anyMatch(MetastasesReader::isSomewhere);
    boolean nowhere = clauses.stream().anyMatch(MetastasisClause::deniesAll);
    boolean asserted = affirmed.stream().anyMatch(MetastasesReader::isBareYes);
    if (denied.removeAll(named) || nowhere && (somewhere || asserted || !named.isEmpty())) {
      return Answer.unreadable(Remark.CONFLICT);
    }
    if (Token.any(tokens, "except")) {
      return Answer.absent(Absence.UNKNOWN);
    }
    if (!named.isEmpty()) {
      Answer<Set<MetSite>> known = Answer.known(Set.copyOf(named));
      return isOpen(affirmed) ? known.with(Remark.OPEN_LIST) : known;
    }
    if (nowhere) {
      return Answer.known(Set.of());
    }
    if (affirmed.stream().anyMatch(c -> c.has("regional")) && !somewhere) {
      return Answer.known(Set.of(), Remark.REGIONAL_NODES_ONLY);
    }
    if (affirmed.stream().anyMatch(c -> c.has("node"))) {
      return Answer.absent(Absence.UNKNOWN, Remark.REGIONAL_NODES_ONLY);
    }
    boolean said = somewhere || !denied.isEmpty() || isDoubted(clauses);
    return said ? Answer.absent(Absence.UNKNOWN) : Answer.unreadable();
  }

  /** 有/无: a yes that names nothing takes back a no. */
  private static boolean isBareYes(MetastasisClause clause) {
    return clause.has("yes") && clause.tokens().size() == 1;
  }

  /** True if it affirms metastasis without naming a site. */
  private static boolean isSomewhere(MetastasisClause clause) {
    boolean about =
        clause.has("met")
            || clause.has("somewhere")
            || clause.has("oligo")
            || clause.count().isPresent();
    return about && clause.sites().isEmpty() && !clause.has("regional") && !clause.has("node");
  }

  /** The list goes on (等, 其他), or names nodes of which it is open whether they are distant. */
  private static boolean isOpen(List<MetastasisClause> affirmed) {
    return affirmed.stream()
        .anyMatch(
            c ->
                c.has("open")
                    || c.endsOpen()
                    || c.has("node") && !c.has("regional") && !c.has("place"));
  }

  private static Answer<Set<MetSite>> remarked(
      Answer<Set<MetSite>> sites, boolean later, boolean doubted) {
    Answer<Set<MetSite>> remarked = later ? sites.with(Remark.RECURRENCE_WORDING) : sites;
    return doubted ? remarked.with(Remark.SUSPECTED) : remarked;
  }

  /** 寡转移(≤5) defines the word; its bound counts nothing. */
  private static List<MetastasisClause> counting(
      List<Token> tokens, List<MetastasisClause> affirmed) {
    if (!Token.any(tokens, "oligo")) {
      return affirmed;
    }
    return affirmed.stream().filter(c -> c.count().filter(Count::compared).isEmpty()).toList();
  }

  private static Optional<Answer<Boolean>> oligo(List<Token> tokens, boolean doubted) {
    List<String> said =
        tokens.stream().filter(t -> t.in("oligo")).map(Token::code).distinct().toList();
    boolean open = said.size() != 1 || doubted || Token.any(tokens, "not");
    return open ? Optional.empty() : Optional.of(Answer.known(said.get(0).equals("yes")));
  }
}
