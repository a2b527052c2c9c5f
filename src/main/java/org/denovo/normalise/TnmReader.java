package org.denovo.normalise;

import static org.denovo.record.Fields.*;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.NCat;
import org.denovo.vocabulary.StageContext;
import org.denovo.vocabulary.StageGroup;
import org.denovo.vocabulary.TCat;

/**
 * Reads TNM strings, single categories and stage groups of the breast (AJCC 8, ch. 48). A category
 * that the breast does not have is never bent into one that it has.
 */
final class TnmReader implements CellReader {

  /** Words after which the text is about a cycle, an operation, a vertebra or a machine. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("椎|号机|号床|周期|期(化疗|手术|重建|放疗|治疗|临床|试验)|第[0-9一二三四]期");

  /** T4 before 椎体 is a vertebra, and a bone. */
  private static final Pattern VERTEBRAE =
      Pattern.compile("(?:[ctls][0-9]{1,2}(?:\\s?[-~,/和及]\\s?)?)+\\s?椎(?:体|骨)?");

  private static final Pattern DENIED = Pattern.compile("排除|除外|非|无|未|否|不是|不考虑");
  private static final Pattern NOT_DENIED = Pattern.compile("不除外|不能除外|未除外|不排除|未排除|待除外|待排除?");
  private static final Pattern DOUBTED =
      Pattern.compile("不除外|不能除外|未除外|不排除|未排除|待排|可疑|疑似|疑|考虑|可能|倾向|[?]");
  private static final Pattern RECURRENCE_WORDS =
      Pattern.compile("(?:术后)?复发|术后[^,;]{0,8}转移|术后出现|recurren");
  private static final Pattern UNSTAGED =
      Pattern.compile(
          "(tnm|临床|病理)*(分期)?[:(]*(不详|不明|不清|未知|[无不][法能](分期|评估|评价|确定)|未分期|未行分期|未定)|stage x|unstaged");
  private static final Pattern TO_BE_STAGED = Pattern.compile("待分期|(?:tnm)?分期待(?:定|查|完善)");

  /**
   * A prognostic stage; but for stage IV it is another one than the anatomic stage of the same
   * tumour (AJCC 8, ch. 48), which is what the registry keeps.
   */
  private static final Pattern PROGNOSTIC =
      Pattern.compile(
          "(?:临床|病理)?(?:预后学?(?:分期|分组|期)?|prognostic(?: stage)?(?:"
              + " group)?)\\s*:?\\s*(iv|iii[abc]?|ii[ab]?|i[ab]?|[0-4][abc]?)期?");

  private static final Pattern UNKNOWN_CATEGORY = Pattern.compile("[tnm]\\s?[?]");
  private static final Pattern OUTSIDE = Pattern.compile("外院|外单位|当地(?:医院)?");

  /** What denies a whole string stands right before or right behind it. */
  private static final Pattern DENIED_BEFORE =
      Pattern.compile("(?:排除|除外|非|无|未|否|不是|不考虑)\\s*:?\\s*$");

  private static final Pattern DENIED_BEHIND = Pattern.compile("^[\\s,]*(?:已?排除|除外|不考虑|不成立)");

  private static final Pattern CONTEXT_WORD =
      Pattern.compile(
          "(yp|yc|[cpr])?-?(tnm)?|clinical(?: stage)?|pathologic(?:al)?(?:"
              + " stage)?|(临床|病理|术后病理|治疗后临床|治疗后病理|新辅助后|复发)(tnm)?(分期)?");
  private static final Pattern RECURRENCE_ONLY = Pattern.compile("rtnm(分期)?");
  private static final Pattern BARE_SUBCATEGORY = Pattern.compile("[1-4](mi|[a-d])|is");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (UNSTAGED.matcher(spelling).matches()) {
      return Reading.absent(FirstLook.silenced(meaning), Absence.UNKNOWN);
    }
    if (TO_BE_STAGED.matcher(spelling).matches()) {
      return Reading.absent(FirstLook.silenced(meaning), Absence.PENDING);
    }
    Optional<Field<?>> column = meaning.field();
    if (spelling.equals("0") && column.filter(STAGE_GROUP::equals).isPresent()) {
      return Reading.of(STAGE_GROUP, Answer.known(StageGroup.STAGE_0));
    }
    if (column.filter(STAGE_CONTEXT::equals).isPresent()) {
      Optional<StageContext> context = context(spelling);
      if (context.isPresent()) {
        return contextReading(context.get());
      }
    }
    if (RECURRENCE_ONLY.matcher(spelling).matches()) {
      return contextReading(StageContext.RECURRENCE);
    }
    String bare = spelling;
    if (BARE_SUBCATEGORY.matcher(spelling).matches()) {
      spelling = column.map(field -> inFull(field, bare)).orElse(bare);
    }
    spelling = VERTEBRAE.matcher(spelling).replaceAll("骨");
    spelling =
        PROGNOSTIC
            .matcher(spelling)
            .replaceAll(m -> List.of("iv", "4").contains(m.group(1)) ? "iv期" : " ");
    List<TnmString> strings = TnmString.in(spelling);
    if (strings.isEmpty() || strings.size() > 3 || ELSEWHERE.matcher(spelling).find()) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    TnmString first =
        strings.stream()
            .filter(s -> !s.afterTreatment())
            .min(Comparator.comparing(s -> OUTSIDE.matcher(s.before()).find()))
            .orElse(strings.get(0));
    if (!credible(first, spelling, cell.text(), meaning)) {
      return Reading.unreadable(FirstLook.principal(meaning));
    }
    Reading reading = joined(first, strings, spelling);
    if (meaning.topic().isPresent()) {
      reading = reading.or(asides(first, spelling, cell));
      Optional<Answer<Set<MetSite>>> sites = sites(first, reading);
      reading = sites.isPresent() ? reading.and(MET_SITES, sites.get()) : reading;
    }
    if (RECURRENCE_WORDS.matcher(spelling).find()) {
      reading = reading.with(Remark.RECURRENCE_WORDING);
    }
    return column.isEmpty() || reading.answers().containsKey(column.get())
        ? reading
        : reading.or(Reading.unreadable(FirstLook.principal(meaning)));
  }

  private static boolean doubted(String spelling) {
    return DOUBTED.matcher(UNKNOWN_CATEGORY.matcher(spelling).replaceAll(" ")).find();
  }

  private static boolean credible(
      TnmString tnm, String spelling, String asWritten, Meaning meaning) {
    String around = tnm.before() + " " + tnm.after();
    if (tnm.categories() > 1) {
      String before = NOT_DENIED.matcher(tnm.before()).replaceAll(" ");
      String behind = NOT_DENIED.matcher(tnm.after()).replaceAll(" ");
      return !DENIED_BEFORE.matcher(before).find() && !DENIED_BEHIND.matcher(behind).find();
    }
    if (DENIED.matcher(NOT_DENIED.matcher(around).replaceAll("")).find()) {
      return false;
    }
    if (meaning.field().isEmpty() && spelling.equals("no")) {
      return false;
    }
    if (tnm.isOnlyT()) {
      // CT3 is a third tomography; a T category that stands alone stands alone.
      boolean tomography = meaning.field().isEmpty() && asWritten.strip().startsWith("C");
      return !tomography && TnmString.isQuiet(around);
    }
    if (tnm.isOnlyChineseGroup()) {
      // 一期 and 二期 also count operations; only the later two can be nothing but stages.
      return spelling.matches("[三四][a-c]?期") || spelling.matches("(临床|病理|tnm|乳腺癌)*分期.*");
    }
    String before = RECURRENCE_WORDS.matcher(tnm.before()).replaceAll(" ");
    return TnmString.isSite(DOUBTED.matcher(before).replaceAll(" "))
        && TnmString.isSite(DOUBTED.matcher(tnm.after()).replaceAll(" "));
  }

  private static Reading reading(TnmString tnm, boolean doubted) {
    Reading reading = new Reading(Map.of());
    if (tnm.context().isPresent()) {
      reading = reading.or(contextReading(tnm.context().get()));
    }
    if (tnm.t().isPresent()) {
      Answer<TCat> t = tnm.t().get();
      reading = reading.and(T_CAT, doubted && tnm.categories() == 1 ? t.with(Remark.SUSPECTED) : t);
    }
    if (tnm.n().isPresent()) {
      Answer<NCat> n = tnm.n().get();
      reading = reading.and(N_CAT, doubted && tnm.categories() == 1 ? n.with(Remark.SUSPECTED) : n);
    }
    if (tnm.m().isPresent()) {
      Answer<MCat> m = tnm.m().get();
      reading = reading.and(M_CAT, doubted ? m.with(Remark.SUSPECTED) : m);
    }
    if (tnm.group().isPresent()) {
      Answer<StageGroup> group = tnm.group().get();
      boolean alone = doubted && tnm.m().isEmpty();
      reading = reading.and(STAGE_GROUP, alone ? group.with(Remark.SUSPECTED) : group);
    }
    Optional<Remark> remark = tnm.context().flatMap(TnmReader::remark);
    if (remark.isPresent()) {
      return reading.with(remark.get());
    }
    return tnm.afterTreatment() ? reading.with(Remark.POST_TREATMENT_PREFIX) : reading;
  }

  /**
   * The first string, with what only the others say; marked if they contradict it. What two breasts
   * differ in has no answer.
   */
  private static Reading joined(TnmString first, List<TnmString> strings, String spelling) {
    boolean doubted = doubted(spelling);
    boolean bothBreasts = spelling.contains("左") && spelling.contains("右");
    Reading reading = reading(first, doubted);
    boolean contradicted = false;
    for (TnmString other : strings) {
      if (other != first) {
        Reading more = reading(other, doubted);
        Set<Field<?>> disputed = disputed(reading, more);
        contradicted |= other.afterTreatment() || !disputed.isEmpty();
        reading = other.afterTreatment() ? reading : reading.or(more);
        if (bothBreasts) {
          reading = Reading.unreadable(disputed, Remark.TWO_READINGS).or(reading);
        }
      }
    }
    return contradicted ? reading.with(Remark.TWO_READINGS) : reading;
  }

  private static Set<Field<?>> disputed(Reading one, Reading other) {
    Set<Field<?>> disputed = new LinkedHashSet<>(one.answers().keySet());
    disputed.remove(STAGE_CONTEXT);
    disputed.removeIf(
        field ->
            !other.answers().containsKey(field)
                || one.answers().get(field).equals(other.answers().get(field)));
    return disputed;
  }

  /**
   * The sites that a note behind an M1 or a stage IV names, as in M1(骨、肝). It is a remark, not a
   * list of all, so the other sites stay open.
   */
  private static Optional<Answer<Set<MetSite>>> sites(TnmString tnm, Reading reading) {
    Optional<MCat> m = reading.answer(M_CAT).optional();
    boolean distant =
        m.isPresent()
            ? m.get() == MCat.M1 || m.get() == MCat.M1_PATH
            : reading.answer(STAGE_GROUP).optional().equals(Optional.of(StageGroup.IV));
    if (!distant || tnm.afterTreatment()) {
      return Optional.empty();
    }
    Set<MetSite> named = EnumSet.noneOf(MetSite.class);
    boolean doubted =
        reading.answer(M_CAT).has(Remark.SUSPECTED)
            || reading.answer(STAGE_GROUP).has(Remark.SUSPECTED);
    for (String note : tnm.notes()) {
      Answer<Set<MetSite>> sites = MetastasesReader.read(note).answer(MET_SITES);
      sites.optional().ifPresent(named::addAll);
      doubted |= sites.has(Remark.SUSPECTED);
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Answer<Set<MetSite>> open = Answer.known(Set.copyOf(named), Remark.OPEN_LIST);
    return Optional.of(doubted ? open.with(Remark.SUSPECTED) : open);
  }

  private static Reading contextReading(StageContext context) {
    return Reading.of(
        STAGE_CONTEXT,
        remark(context)
            .<Answer<StageContext>>map(remark -> Answer.known(context, remark))
            .orElseGet(() -> Answer.known(context)));
  }

  private static Optional<Remark> remark(StageContext context) {
    return switch (context) {
      case CLINICAL, PATHOLOGIC -> Optional.empty();
      case POST_THERAPY_CLIN, POST_THERAPY_PATH -> Optional.of(Remark.POST_TREATMENT_PREFIX);
      case RECURRENCE -> Optional.of(Remark.RECURRENCE_PREFIX);
    };
  }

  private static Optional<StageContext> context(String spelling) {
    if (!CONTEXT_WORD.matcher(spelling).matches()) {
      return Optional.empty();
    }
    boolean after = spelling.startsWith("y") || spelling.contains("后");
    if (spelling.startsWith("r") || spelling.contains("复发")) {
      return Optional.of(StageContext.RECURRENCE);
    }
    if (spelling.startsWith("yc") || spelling.contains("治疗后临床")) {
      return Optional.of(StageContext.POST_THERAPY_CLIN);
    }
    if (spelling.startsWith("yp") || spelling.contains("治疗后病理")) {
      return Optional.of(StageContext.POST_THERAPY_PATH);
    }
    if (after && !spelling.contains("病理")) {
      return Optional.empty();
    }
    return spelling.startsWith("c") || spelling.contains("临床")
        ? Optional.of(StageContext.CLINICAL)
        : spelling.startsWith("p") || spelling.contains("病理")
            ? Optional.of(StageContext.PATHOLOGIC)
            : Optional.empty();
  }

  /** What is said in passing: N1a(2/15), AJCC 8. */
  private static Reading asides(TnmString tnm, String spelling, SourceCell cell) {
    Reading nodes =
        tnm.afterTreatment()
            ? new Reading(Map.of())
            : tnm.nodes()
                .map(fraction -> Readers.ofPiece(Topic.NODES, cell, fraction))
                .orElseGet(() -> new Reading(Map.of()));
    return EditionReader.within(spelling)
        .map(edition -> nodes.and(STAGING_EDITION, Answer.known(edition)))
        .orElse(nodes);
  }

  /** A sub-category without its letter, in the column of its category. */
  private static String inFull(Field<?> field, String written) {
    return field == T_CAT
        ? "t" + written
        : field == N_CAT
            ? "n" + written
            : field == STAGE_GROUP && !written.equals("is") ? written + "期" : written;
  }
}
