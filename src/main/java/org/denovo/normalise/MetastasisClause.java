package org.denovo.normalise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.MetSite;

/**
 * A stretch between two separators of a statement on metastases: 肝2枚, 骨多发转移, 未见脑转移.
 *
 * @param sites the sites that it names
 * @param denied true if it says that there is none there
 * @param closed true if it ends a list: the word for metastasis stands in it
 * @param count how many lesions it gives
 */
record MetastasisClause(
    List<Token> tokens, Set<MetSite> sites, boolean denied, boolean closed, Optional<Count> count) {

  /** Only nodes of the tumour's own side are regional (AJCC 8, ch. 48). */
  private static final Set<String> OTHER_SIDE = Set.of("双", "双侧", "两侧", "对侧", "bilateral");

  private static final Set<String> IMAGES = Set.of("ct", "mri", "ect", "超声", "b超", "检查");

  private static final Set<String> ALIKE = Set.of("及", "和", "与", "and");

  MetastasisClause {
    tokens = List.copyOf(tokens);
    sites = sites.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(sites));
  }

  /** The clauses of a text. A negation goes on through a list until its 转移: 未见肝、肺转移. */
  static List<MetastasisClause> of(List<Token> tokens) {
    boolean nodes = tokens.stream().anyMatch(MetastasisClause::isNode);
    boolean spine = tokens.stream().anyMatch(t -> t.is("site", "bone") || t.in("met"));
    List<MetastasisClause> clauses = new ArrayList<>();
    boolean denying = false;
    boolean wasDenied = false;
    for (List<Token> stretch : stretches(tokens)) {
      boolean negated = stretch.stream().anyMatch(t -> t.in("not"));
      boolean affirmed = stretch.stream().anyMatch(t -> t.in("yes"));
      boolean closed = stretch.stream().anyMatch(t -> t.in("met")) || endsItself(stretch);
      boolean goesOn = denying && !affirmed || wasDenied && !affirmed && isJoined(tokens, stretch);
      boolean denied = negated || goesOn;
      clauses.add(
          new MetastasisClause(
              stretch, sites(stretch, nodes, spine), denied, closed, count(stretch)));
      denying = denied && !closed;
      wasDenied = denied && stretch.stream().anyMatch(t -> t.in("met"));
    }
    clauses.removeIf(MetastasisClause::isOfSomethingElse);
    return clauses;
  }

  /** 无肝转移及肺转移: the negation goes on behind a word that joins alike. */
  private static boolean isJoined(List<Token> tokens, List<Token> stretch) {
    int first = tokens.indexOf(stretch.get(0));
    return first > 0 && ALIKE.contains(tokens.get(first - 1).text());
  }

  /** 肝囊肿, 骨质疏松: no metastasis is spoken of. */
  private boolean isOfSomethingElse() {
    return has("benign") && !has("met") && !has("sure");
  }

  private static List<List<Token>> stretches(List<Token> tokens) {
    List<List<Token>> stretches = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    boolean answering = isAnswer(tokens, tokens.size() - 1);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean next =
          token.in("site")
              && (counted(open)
                  || answering && isAnswer(open, open.size() - 1)
                  || isDeniedAlready(open, token));
      if (separates(tokens, i) || next) {
        add(stretches, open);
        open = next ? new ArrayList<>(List.of(token)) : new ArrayList<>();
      } else if (answers(token) && turns(open) && !isLast(tokens, i)) {
        add(stretches, open);
        open = new ArrayList<>(List.of(token));
      } else {
        open.add(token);
        if (isSign(token)) {
          add(stretches, open);
          open = new ArrayList<>();
        }
      }
    }
    add(stretches, open);
    return stretches;
  }

  /** 骨未见转移 肝转移: what was denied of the first site is over before the second. */
  private static boolean isDeniedAlready(List<Token> open, Token site) {
    boolean named = false;
    boolean denied = false;
    for (Token token : open) {
      denied |= named && token.in("not");
      named |= token.in("site") || token.in("exam");
    }
    if (!denied) {
      return false;
    }
    Token last = open.get(open.size() - 1);
    return last.in("met") || last.text().endsWith("异常") || isApart(last, site);
  }

  static boolean isApart(Token before, Token token) {
    return before.at() + before.text().length() < token.at();
  }

  /** 骨有肝无: answers stand behind their sites if the last one does. */
  private static boolean isAnswer(List<Token> tokens, int at) {
    return at > 0 && List.of("有", "无", "yes", "no").contains(tokens.get(at).text());
  }

  private static boolean isLast(List<Token> tokens, int at) {
    return at + 1 == tokens.size() || separates(tokens, at + 1);
  }

  /** 骨转移2处肺转移1处: a site behind the number, or the yes or no, of another begins anew. */
  private static boolean counted(List<Token> open) {
    boolean site = false;
    for (Token token : open) {
      boolean counts = token.in("measure") || token.in("many") || token.in("single");
      boolean answers = token.text().equals("是") || token.text().equals("否");
      if (site && (counts || answers)) {
        return true;
      }
      site |= token.in("site");
    }
    return false;
  }

  static boolean isNode(Token token) {
    return token.in("node") || token.text().contains("淋巴") || token.text().endsWith("ln");
  }

  private static void add(List<List<Token>> stretches, List<Token> open) {
    if (!open.isEmpty()) {
      stretches.add(open);
    }
  }

  private static boolean isSign(Token token) {
    return token.text().equals("(-)") || token.text().equals("(+)");
  }

  private static boolean answers(Token token) {
    return (token.in("not") || token.in("yes")) && !isSign(token);
  }

  /** 骨转移无肝转移 turns at the negation; 肝脏无明显转移 does not. */
  private static boolean turns(List<Token> before) {
    return before.stream().anyMatch(t -> t.in("met"));
  }

  /** 骨(-), 骨阴性, 骨未见异常: the answer is there, and no list goes on. */
  private static boolean endsItself(List<Token> stretch) {
    Token last = stretch.get(stretch.size() - 1);
    boolean answered = last.in("not") && stretch.stream().anyMatch(t -> t.in("site"));
    return isSign(last) || answered || last.text().endsWith("异常");
  }

  /** Punctuation and joining words part; a colon binds a site to its answer, a range is one. */
  private static boolean separates(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean mark = token.in(Token.PUNCTUATION) && !token.text().equals(":");
    return token.in("join") || mark && !betweenNumbers(tokens, at);
  }

  private static boolean betweenNumbers(List<Token> tokens, int at) {
    String text = tokens.get(at).text();
    return "-~/".contains(text)
        && at > 0
        && at + 1 < tokens.size()
        && tokens.get(at - 1).in(Token.NUMBER)
        && tokens.get(at + 1).in(Token.NUMBER);
  }

  /** 纵隔 is a node where the text speaks of nodes, T12 a bone where it speaks of bones. */
  private static Set<MetSite> sites(List<Token> stretch, boolean nodes, boolean spine) {
    Set<MetSite> sites = EnumSet.noneOf(MetSite.class);
    for (int i = 0; i < stretch.size(); i++) {
      Token token = stretch.get(i);
      if (token.in("site") || token.in("effusion")) {
        sites.add(MetastasesReader.SITE.parse(token.code()));
      } else if (token.in("place") && nodes) {
        sites.add(MetSite.DISTANT_LN);
      } else if (token.in("regional") && i > 0 && OTHER_SIDE.contains(stretch.get(i - 1).text())) {
        sites.add(MetSite.DISTANT_LN);
      } else if (token.in("vertebra") && (spine || token.code().equals("vertebra_zh"))) {
        sites.add(MetSite.BONE);
      }
    }
    return sites;
  }

  private static Optional<Count> count(List<Token> stretch) {
    for (int at = 0; at < stretch.size(); at++) {
      Optional<Count> count = Count.at(stretch, at, false);
      if (count.isPresent()) {
        return count;
      }
    }
    return Optional.empty();
  }

  /** An effusion without cytology, a nodule without the word: no proof of a metastasis there. */
  boolean isUnproved() {
    boolean finding = has("nodule") && !sites.isEmpty() || has("effusion") && !has("site");
    return finding && !denied && !proves();
  }

  /** True if it says itself that it is a metastasis. */
  boolean proves() {
    return has("met") || has("sure");
  }

  boolean has(String group) {
    return tokens.stream().anyMatch(token -> token.in(group));
  }

  /** True if it denies metastasis as such, not at a named site and not elsewhere (其余). */
  boolean deniesAll() {
    // 骨扫描未见异常 is no word on the liver, and 有 无 none at all.
    boolean special =
        tokens.get(0).in("yes")
            || has("exam")
            || has("regional")
            || has("rest")
            || has("somewhere")
            || has("oligo");
    // CT未见异常 is no word on what a CT does not show.
    special |=
        tokens.stream().anyMatch(t -> IMAGES.contains(t.text()))
            && tokens.get(tokens.size() - 1).text().endsWith("异常");
    // 无新发转移 leaves the old ones.
    special |= tokens.stream().anyMatch(t -> t.in("later") && t.text().startsWith("新"));
    return denied && sites.isEmpty() && count.isEmpty() && !special;
  }

  /** 骨、其他 goes on; 其他：脾 names what the other is. */
  boolean endsOpen() {
    return has("rest") && (sites.isEmpty() || !tokens.get(0).in("rest"));
  }

  /** True if it says of itself what it is about: a site, a node, or metastasis as such. */
  boolean speaks() {
    return !sites.isEmpty() || has("met") || has("regional") || has("node") || has("somewhere");
  }
}
