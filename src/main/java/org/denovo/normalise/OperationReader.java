package org.denovo.normalise;

import static org.denovo.record.Fields.AXILLARY_PROCEDURE;
import static org.denovo.record.Fields.NO_SURGERY_REASON;
import static org.denovo.record.Fields.RECONSTRUCTION;
import static org.denovo.record.Fields.SURGERY_LATERALITY;
import static org.denovo.record.Fields.SURGERY_TYPE;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.normalise.OperationPart.Status;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.NoSurgeryReason;
import org.denovo.vocabulary.SurgeryType;

/**
 * Reads a description of operations: what was done to the breast, its side, the axilla, the
 * reconstruction, the intent, or why nothing was done. Of several operations the most extensive one
 * that was done counts; a mention of past surgery (乳癌术后) says nothing of its kind.
 */
final class OperationReader implements CellReader {

  private static final Lexicon WORDS = Lexicon.named("operation");

  /** A stage beside the operation says nothing of it. */
  private static final Pattern STAGE =
      Pattern.compile(
          "[(,]?\\s*(?<![a-z])(?:yp|yc|p|c)?t(?:[0-4][a-d]?|x|is)\\s*n(?:[0-3][a-c]?|x)(?:\\s*m[01x])?(?![a-z0-9])\\s*[)]?");

  private static final Map<String, Map<String, String>> CODES = WordFile.read("operation_codes");

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String text = Spelling.of(cell.text());
    return CODES.get("surgery_type").containsKey(text) ? coded(text) : told(text);
  }

  private static Reading coded(String text) {
    String type = CODES.get("surgery_type").get(text);
    Reading reading =
        type.equals("unknown")
            ? Reading.of(SURGERY_TYPE, Answer.absent(Absence.UNKNOWN))
            : coded(new Reading(Map.of()), SURGERY_TYPE, text);
    reading = coded(reading, SURGERY_LATERALITY, text);
    reading = coded(reading, AXILLARY_PROCEDURE, text);
    return coded(reading, RECONSTRUCTION, text);
  }

  private static <T> Reading coded(Reading reading, Field<T> field, String text) {
    String code = CODES.get(field.name()).get(text);
    return code == null ? reading : reading.and(field, Answer.known(field.type().parse(code)));
  }

  private static Reading told(String text) {
    List<Token> tokens = WORDS.tokens(STAGE.matcher(text).replaceAll(" "));
    List<OperationPart> parts = OperationPart.of(tokens);
    if (namesAChoice(tokens) || parts.stream().anyMatch(OperationPart::isStrange)) {
      boolean words = parts.stream().anyMatch(OperationReader::bothNamed);
      return Reading.of(
          SURGERY_TYPE,
          words ? Answer.unreadable(Remark.CONFLICTING_PROCEDURE_WORDS) : Answer.unreadable());
    }
    List<OperationPart> done = parts.stream().filter(p -> p.status() == Status.DONE).toList();
    Optional<OperationPart> main =
        done.stream()
            .filter(part -> part.type().isPresent())
            .max(Comparator.comparingInt(part -> OperationPart.extent(part.type().get())));
    Optional<Answer<SurgeryType>> type = type(parts, done, main);
    if (type.isPresent() && type.get() instanceof Answer.Unreadable) {
      return Reading.of(SURGERY_TYPE, type.get());
    }
    Reading reading = new Reading(Map.of());
    if (type.isPresent()) {
      reading = reading.and(SURGERY_TYPE, type.get());
    }
    Optional<NoSurgeryReason> reason = reason(parts);
    if (reason.isPresent()) {
      reading = reading.and(NO_SURGERY_REASON, Answer.known(reason.get()));
    }
    return plannedAtTheEnd(parts) ? reading : OperationDetails.addTo(reading, parts, done, main);
  }

  /** 保乳/全切 leaves open which. */
  private static boolean namesAChoice(List<Token> tokens) {
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.get(i - 1).text().equals("/")
          && tokens.get(i - 2).in("breast")
          && tokens.get(i).in("breast")) {
        return true;
      }
    }
    return false;
  }

  private static boolean bothNamed(OperationPart part) {
    return part.has("breast", "bcs") && part.has("breast", "modified_radical");
  }

  private static Optional<Answer<SurgeryType>> type(
      List<OperationPart> parts, List<OperationPart> done, Optional<OperationPart> main) {
    boolean none = parts.stream().anyMatch(part -> deniesSurgery(part, parts));
    boolean planned =
        parts.stream()
            .anyMatch(p -> p.status() == Status.PLANNED && (p.type().isPresent() || bare(p)));
    if (dangling(parts)) {
      return Optional.of(Answer.unreadable(Remark.CONFLICT));
    }
    if (none) {
      return Optional.of(denied(main));
    }
    if (planned && plannedAtTheEnd(parts)) {
      return Optional.of(Answer.absent(Absence.PENDING, Remark.PLANNED));
    }
    if (main.isPresent()) {
      return Optional.of(done(main.get(), done, parts, planned));
    }
    if (done.stream().anyMatch(OperationPart::operatesElsewhere)) {
      return Optional.of(Answer.known(SurgeryType.NONE));
    }
    if (planned) {
      return Optional.of(Answer.absent(Absence.PENDING, Remark.PLANNED));
    }
    boolean besides =
        parts.stream()
            .anyMatch(p -> p.has("axilla") || p.has("node") || p.has("recon") || p.has("addon"));
    return besides && parts.stream().noneMatch(p -> p.has(Token.UNKNOWN))
        ? Optional.empty()
        : Optional.of(Answer.unreadable());
  }

  /** A biopsy goes with "no surgery"; a resection contradicts it. */
  private static Answer<SurgeryType> denied(Optional<OperationPart> main) {
    SurgeryType named = main.flatMap(OperationPart::type).orElse(SurgeryType.SURGERY_NOS);
    return switch (named) {
      case NONE, SURGERY_NOS -> Answer.known(SurgeryType.NONE);
      case BIOPSY_ONLY -> Answer.known(SurgeryType.BIOPSY_ONLY);
      case LOCAL_EXCISION,
          BCS,
          BCS_ONCOPLASTIC,
          SIMPLE_MASTECTOMY,
          SKIN_OR_NIPPLE_SPARING,
          MODIFIED_RADICAL,
          RADICAL,
          MASTECTOMY_NOS ->
          Answer.unreadable(Remark.CONFLICT);
    };
  }

  private static Answer<SurgeryType> done(
      OperationPart main, List<OperationPart> done, List<OperationPart> parts, boolean planned) {
    SurgeryType type = main.type().orElseThrow();
    boolean unknown = parts.stream().anyMatch(part -> part.has(Token.UNKNOWN));
    if (unknown && !main.has("breast")) {
      return Answer.unreadable();
    }
    if (type == SurgeryType.SURGERY_NOS && parts.stream().anyMatch(OperationReader::isOpen)) {
      return Answer.absent(Absence.UNKNOWN);
    }
    Answer<SurgeryType> answer = Answer.known(type);
    boolean curative = done.stream().anyMatch(part -> part.has("intent", "curative_attempt"));
    if (main.conflictingWords() || type == SurgeryType.BCS && curative) {
      answer = answer.with(Remark.CONFLICTING_PROCEDURE_WORDS);
    }
    if (main.isMisspelt()) {
      answer = answer.with(Remark.MISSPELT);
    }
    boolean other = planned && parts.stream().anyMatch(part -> part.has("plan"));
    return other ? answer.with(Remark.PLANNED) : answer;
  }

  /** 手术不详 leaves open whether there was one; 外院手术，术式不详 only which. */
  private static boolean isOpen(OperationPart part) {
    return part.tokens().stream()
        .anyMatch(t -> t.in("unstated") && !t.text().matches(".*(?:式|名称).*|type.*"));
  }

  /** 未手术, 拒绝手术, 失去手术机会, 仅化疗, 手术：无. */
  private static boolean deniesSurgery(OperationPart part, List<OperationPart> parts) {
    if (part.has("none") || part.has("reason")) {
      return true;
    }
    boolean therapyOnly =
        part.has("therapy")
            && (part.has("only") || part.has("how", "simple"))
            && part.type().isEmpty();
    return switch (part.status()) {
      case DONE -> therapyOnly;
      case PLANNED -> false;
      case REFUSED -> wholeSurgery(part) || bare(part) && all(parts);
      case NOT_DONE -> general(part) || bare(part) && all(parts);
    };
  }

  /** True if it speaks of surgery as such, not of one kind of operation. */
  private static boolean general(OperationPart part) {
    boolean special =
        part.has("axilla") || part.has("node") || part.has("recon") || part.has("breast");
    return !special && (part.isGeneric() || part.has("cut") && !part.has("lump"));
  }

  private static boolean wholeSurgery(OperationPart part) {
    return general(part) || part.has("breast") && !part.has("breast", "bcs");
  }

  /** True if a status word stands alone, as in 手术：无. */
  private static boolean bare(OperationPart part) {
    return part.tokens().stream()
        .allMatch(t -> t.in("refuse") || t.in("not") || t.in("plan") || t.in("wish") || quiet(t));
  }

  static boolean quiet(Token token) {
    return token.in("noise")
        || token.in("why")
        || token.in(Token.PUNCTUATION)
        || token.in(Token.NUMBER);
  }

  /** True if no particular operation is named anywhere. */
  private static boolean all(List<OperationPart> parts) {
    return parts.stream()
        .noneMatch(p -> p.has("breast") || p.has("cut") || p.has("biopsy") || p.has("axilla"));
  }

  /** True if a lone 拒绝 or 未 follows a particular operation: does it take it back? */
  private static boolean dangling(List<OperationPart> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                (part.status() == Status.REFUSED || part.status() == Status.NOT_DONE)
                    && bare(part)
                    && !all(parts));
  }

  /** True for 改良根治术（拟）: the plan stands behind what it is about. */
  private static boolean plannedAtTheEnd(List<OperationPart> parts) {
    return parts.stream().anyMatch(p -> p.has("plan") && bare(p));
  }

  private static Optional<NoSurgeryReason> reason(List<OperationPart> parts) {
    Set<NoSurgeryReason> said = EnumSet.noneOf(NoSurgeryReason.class);
    boolean denied = parts.stream().anyMatch(part -> deniesSurgery(part, parts));
    for (OperationPart part : parts) {
      said.addAll(part.codes("reason", NoSurgeryReason.class));
      if (denied) {
        said.addAll(part.codes("why", NoSurgeryReason.class));
      }
      if (part.status() == Status.REFUSED && deniesSurgery(part, parts)) {
        said.add(NoSurgeryReason.REFUSED);
      }
    }
    return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
  }
}
