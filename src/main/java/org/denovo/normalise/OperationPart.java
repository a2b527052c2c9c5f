package org.denovo.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.SurgeryType;

/**
 * A stretch of a description of operations that speaks of one of them: 左乳癌改良根治术.
 *
 * @param status how it stands with what is named
 * @param past true if 术后 follows: it is over
 */
record OperationPart(List<Token> tokens, Status status, boolean past) {

  enum Status {
    DONE,
    PLANNED,
    REFUSED,
    NOT_DONE
  }

  /** Characters that could turn the meaning around if they stand in text that nobody knows. */
  private static final String DANGER = "未无不拒拟待非否勿停止取消放弃除排考虑建议计划前母父姐妹亲改换择限转若如可能疑失败缓";

  private static final Pattern MISSPELT = Pattern.compile("跟治|根冶|masectom|mastectomia");

  private static final Set<SurgeryType> SURELY_BREAST =
      EnumSet.of(
          SurgeryType.MODIFIED_RADICAL,
          SurgeryType.BCS,
          SurgeryType.BCS_ONCOPLASTIC,
          SurgeryType.SKIN_OR_NIPPLE_SPARING,
          SurgeryType.SIMPLE_MASTECTOMY,
          SurgeryType.MASTECTOMY_NOS);

  OperationPart {
    tokens = List.copyOf(tokens);
  }

  /**
   * The parts of a text. A plan rules what follows it, also behind 后 and further on; a wish or a
   * refusal only up to the next mark.
   */
  static List<OperationPart> of(List<Token> tokens) {
    List<OperationPart> parts = new ArrayList<>();
    List<Token> open = new ArrayList<>();
    Status status = Status.DONE;
    boolean planned = false;
    for (Token token : tokens) {
      Optional<Status> ruling = ruling(token);
      if (ruling.isPresent()) {
        parts.add(new OperationPart(open, status, false));
        open = new ArrayList<>();
        status = ruling.get();
        planned = token.in("plan") || planned;
        open.add(token);
      } else if (token.in("done") && !isOpenPlan(open)) {
        parts.add(new OperationPart(open, status, false));
        open = new ArrayList<>();
        status = Status.DONE;
        planned = false;
      } else if (separates(token)) {
        parts.add(new OperationPart(open, status, token.in("after")));
        open = new ArrayList<>();
        boolean goesOn = status == Status.PLANNED && !token.in(Token.PUNCTUATION);
        status = planned || goesOn ? Status.PLANNED : Status.DONE;
      } else {
        open.add(token);
      }
    }
    parts.add(new OperationPart(open, status, false));
    return parts.stream().filter(part -> !part.tokens().isEmpty() || part.past()).toList();
  }

  /** 建议改行全切, 拟改行全切: still nothing done. */
  private static boolean isOpenPlan(List<Token> open) {
    return open.stream().anyMatch(t -> t.in("plan") || t.in("wish"))
        && open.stream().allMatch(t -> t.in("plan") || t.in("wish") || t.in("noise"));
  }

  private static Optional<Status> ruling(Token token) {
    return switch (token.group()) {
      case "plan", "wish" -> Optional.of(Status.PLANNED);
      case "refuse" -> Optional.of(Status.REFUSED);
      case "not" -> Optional.of(Status.NOT_DONE);
      default -> Optional.empty();
    };
  }

  private static boolean separates(Token token) {
    return token.in("join")
        || token.in("after")
        || token.in(Token.PUNCTUATION) && "+,;/&|[].→".contains(token.text());
  }

  boolean has(String group) {
    return tokens.stream().anyMatch(token -> token.in(group));
  }

  boolean has(String group, String code) {
    return tokens.stream().anyMatch(token -> token.is(group, code));
  }

  /** The codes that words of a group name. */
  <E extends Enum<E> & Coded> Set<E> codes(String group, Class<E> list) {
    Set<E> codes = EnumSet.noneOf(list);
    for (E code : list.getEnumConstants()) {
      if (has(group, code.code())) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** True if something in it could turn the meaning around. */
  boolean isStrange() {
    return has("relation")
        || has("before")
        || tokens.stream().anyMatch(token -> token.in(Token.UNKNOWN) && dangerous(token.text()))
        || qualified()
        || status != Status.DONE && has(Token.UNKNOWN)
        || contradicts();
  }

  /** True if unknown text touches an operation and may name another: 简化根治, 血管瘤切除. */
  private boolean qualified() {
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      Token token = tokens.get(i);
      boolean touches = before.at() + before.text().length() == token.at();
      if (touches
          && (before.in(Token.UNKNOWN) && operates(token)
              || operates(before) && token.in(Token.UNKNOWN))) {
        return true;
      }
    }
    return false;
  }

  private static boolean operates(Token token) {
    return token.in("breast") || token.in("cut");
  }

  private static boolean dangerous(String text) {
    return text.chars().anyMatch(c -> c < 0x80 || DANGER.indexOf(c) >= 0);
  }

  /** 保乳改良根治术, 保留乳头的根治术, or an operation on the breast and one elsewhere in one. */
  private boolean contradicts() {
    return has("breast", "bcs") && has("breast", "modified_radical")
        || has("breast", "skin_or_nipple_sparing") && has("breast", "radical")
        || has("ablation") && (ofBreast() || !isElsewhere())
        || has("procedure") && ofBreast() && !has("elsewhere")
        || has("benign") && isElsewhere()
        || isElsewhere() && !has("procedure") && ofBreast() && hasOpenOperation();
  }

  private boolean ofBreast() {
    return tokens.stream().anyMatch(t -> t.text().contains("乳") && !t.in("node"))
        && !hasSureOperation();
  }

  private boolean isElsewhere() {
    return has("elsewhere") || has("node", "other") || has("procedure");
  }

  private boolean hasOpenOperation() {
    return has("cut")
        || has("biopsy")
        || has("surgery")
        || has("procedure")
        || has("ablation")
        || has("breast")
        || clearsOtherNodes();
  }

  private boolean hasSureOperation() {
    return codes("breast", SurgeryType.class).stream().anyMatch(SURELY_BREAST::contains);
  }

  /** True if 保乳 and 根治 stand together, or 根治性手术 beside it. */
  boolean conflictingWords() {
    return has("breast", "bcs")
        && (has("breast", "radical")
            || tokens.stream().anyMatch(t -> t.in("breast") && t.text().contains("根治")));
  }

  /** 锁骨上淋巴结清扫 clears nodes, but not the axilla. */
  boolean clearsOtherNodes() {
    return has("axilla", "alnd")
        && has("node", "other")
        && tokens.stream()
            .filter(t -> t.in("axilla"))
            .allMatch(t -> t.text().endsWith("清扫") && !t.text().contains("腋"));
  }

  /** True if it names an operation on a node, a metastasis or another organ. */
  boolean operatesElsewhere() {
    return isElsewhere() && hasOpenOperation() && !hasSureOperation();
  }

  /** True if it speaks of surgery without saying which. */
  boolean isGeneric() {
    return has("surgery") || has("intent") && tokens.stream().anyMatch(OperationPart::isOperation);
  }

  private static boolean isOperation(Token token) {
    return token.in("intent") && token.text().contains("手术");
  }

  /** The operation on the breast that it names, done or not. */
  Optional<SurgeryType> type() {
    Set<SurgeryType> named = codes("breast", SurgeryType.class);
    if ((isElsewhere() || has("benign")) && !hasSureOperation()) {
      return Optional.empty();
    }
    if (named.contains(SurgeryType.BCS) && named.contains(SurgeryType.RADICAL)) {
      return Optional.of(SurgeryType.BCS);
    }
    if (named.contains(SurgeryType.SKIN_OR_NIPPLE_SPARING)
        && !named.contains(SurgeryType.MODIFIED_RADICAL)) {
      return Optional.of(SurgeryType.SKIN_OR_NIPPLE_SPARING);
    }
    if (has("biopsy") && named.equals(Set.of(SurgeryType.LOCAL_EXCISION)) && isByVacuum()) {
      return Optional.of(SurgeryType.BIOPSY_ONLY);
    }
    if (!named.isEmpty()) {
      return named.stream().max(Comparator.comparingInt(OperationPart::extent)).map(this::cutOut);
    }
    if (has("breast", "reexcision")) {
      return Optional.of(SurgeryType.BCS);
    }
    boolean subject = has("organ") || has("cancer") || has("lump") || has("primary") || has("how");
    boolean ofBreast = has("organ") || has("cancer") || has("primary");
    if ((has("axilla") || has("recon")) && !subject || has("node") && !ofBreast) {
      return Optional.empty();
    }
    return assembled();
  }

  /** 微创旋切活检: a vacuum-assisted excision that is called a biopsy is one. */
  private boolean isByVacuum() {
    return tokens.stream().anyMatch(t -> t.in("breast") && t.text().contains("旋切"));
  }

  /** 乳房单纯 turns a mastectomy of no stated kind into a simple one. */
  private SurgeryType cutOut(SurgeryType named) {
    if (named != SurgeryType.MASTECTOMY_NOS) {
      return named;
    }
    if (has("how", "simple")) {
      return SurgeryType.SIMPLE_MASTECTOMY;
    }
    if (has("how", "under_skin")) {
      return SurgeryType.SKIN_OR_NIPPLE_SPARING;
    }
    return has("how", "partial") ? SurgeryType.BCS : named;
  }

  private Optional<SurgeryType> assembled() {
    if (has("biopsy")) {
      return Optional.of(SurgeryType.BIOPSY_ONLY);
    }
    if (has("cut")) {
      return Optional.of(excised());
    }
    return isGeneric() ? Optional.of(SurgeryType.SURGERY_NOS) : Optional.empty();
  }

  private SurgeryType excised() {
    if (has("lump")) {
      return SurgeryType.LOCAL_EXCISION;
    }
    if (has("how", "partial")) {
      return SurgeryType.BCS;
    }
    if (has("how", "under_skin")) {
      return SurgeryType.SKIN_OR_NIPPLE_SPARING;
    }
    if (has("how", "simple")) {
      return SurgeryType.SIMPLE_MASTECTOMY;
    }
    if (has("how")) {
      return SurgeryType.LOCAL_EXCISION;
    }
    if (has("organ") && tokens.stream().anyMatch(t -> t.text().equals("excision"))) {
      // An excision of the breast takes some of it; 乳房切除 takes it all.
      return SurgeryType.LOCAL_EXCISION;
    }
    boolean whole = has("organ") && !has("primary") && !has("cancer");
    return whole ? SurgeryType.MASTECTOMY_NOS : SurgeryType.SURGERY_NOS;
  }

  /** True if the word for the operation is a known slip of the pen or of an input method. */
  boolean isMisspelt() {
    return tokens.stream().anyMatch(t -> t.in("breast") && MISSPELT.matcher(t.text()).find());
  }

  /** How far an operation goes; the most extensive one done is the patient's. */
  static int extent(SurgeryType type) {
    return switch (type) {
      case NONE -> 0;
      case BIOPSY_ONLY -> 1;
      case SURGERY_NOS -> 2;
      case LOCAL_EXCISION -> 3;
      case BCS -> 4;
      case BCS_ONCOPLASTIC -> 5;
      case MASTECTOMY_NOS -> 6;
      case SIMPLE_MASTECTOMY -> 7;
      case SKIN_OR_NIPPLE_SPARING -> 8;
      case MODIFIED_RADICAL -> 9;
      case RADICAL -> 10;
    };
  }
}
