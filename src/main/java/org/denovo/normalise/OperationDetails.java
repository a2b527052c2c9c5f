package org.denovo.normalise;

import static org.denovo.record.Fields.AXILLARY_PROCEDURE;
import static org.denovo.record.Fields.RECONSTRUCTION;
import static org.denovo.record.Fields.SURGERY_INTENT;
import static org.denovo.record.Fields.SURGERY_LATERALITY;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.normalise.OperationPart.Status;
import org.denovo.record.Answer;
import org.denovo.record.Remark;
import org.denovo.vocabulary.AxillaryProcedure;
import org.denovo.vocabulary.Laterality;
import org.denovo.vocabulary.Reconstruction;
import org.denovo.vocabulary.SurgeryIntent;
import org.denovo.vocabulary.SurgeryType;

/** What a description of operations says beside the operation: side, intent, axilla, rebuilding. */
final class OperationDetails {

  private OperationDetails() {}

  /** The reading with what else the parts say. */
  static Reading addTo(
      Reading reading,
      List<OperationPart> parts,
      List<OperationPart> done,
      Optional<OperationPart> main) {
    Reading more = reading;
    Optional<Laterality> side = side(done, main);
    if (side.isPresent()) {
      more = more.and(SURGERY_LATERALITY, Answer.known(side.get()));
    }
    Set<SurgeryIntent> intents = EnumSet.noneOf(SurgeryIntent.class);
    done.forEach(part -> intents.addAll(part.codes("intent", SurgeryIntent.class)));
    if (intents.size() == 1) {
      more = more.and(SURGERY_INTENT, Answer.known(intents.iterator().next()));
    }
    Optional<Answer<AxillaryProcedure>> axilla = axilla(parts, done, main);
    if (axilla.isPresent()) {
      more = more.and(AXILLARY_PROCEDURE, axilla.get());
    }
    Optional<Reconstruction> reconstruction = reconstruction(parts, done);
    return reconstruction.isPresent()
        ? more.and(RECONSTRUCTION, Answer.known(reconstruction.get()))
        : more;
  }

  private static Optional<Laterality> side(List<OperationPart> done, Optional<OperationPart> main) {
    if (main.isEmpty()) {
      return Optional.empty();
    }
    Set<Laterality> sides = EnumSet.noneOf(Laterality.class);
    sides.addAll(main.get().codes("side", Laterality.class));
    done.stream()
        .filter(part -> part.type().filter(OperationDetails::resects).isPresent())
        .forEach(part -> sides.addAll(part.codes("side", Laterality.class)));
    if (sides.isEmpty()) {
      done.stream()
          .filter(OperationDetails::tellsSideOnly)
          .forEach(part -> sides.addAll(part.codes("side", Laterality.class)));
    }
    if (sides.size() > 1) {
      return Optional.of(Laterality.BILATERAL);
    }
    return sides.stream().findFirst();
  }

  private static boolean resects(SurgeryType type) {
    return OperationPart.extent(type) >= OperationPart.extent(SurgeryType.BCS);
  }

  /** 左乳癌新辅助化疗后改良根治术, 改良根治术(左): the side stands in a part of its own. */
  private static boolean tellsSideOnly(OperationPart part) {
    return part.type().isEmpty()
        && part.tokens().stream()
            .allMatch(
                t ->
                    t.in("side")
                        || t.in("organ")
                        || t.in("cancer")
                        || t.in("therapy")
                        || OperationReader.quiet(t));
  }

  private static Optional<Answer<AxillaryProcedure>> axilla(
      List<OperationPart> parts, List<OperationPart> done, Optional<OperationPart> main) {
    Set<AxillaryProcedure> named = EnumSet.noneOf(AxillaryProcedure.class);
    done.stream()
        .filter(part -> !part.clearsOtherNodes())
        .forEach(part -> named.addAll(part.codes("axilla", AxillaryProcedure.class)));
    boolean denied =
        parts.stream()
            .anyMatch(
                p ->
                    p.status() == Status.NOT_DONE
                        && (p.has("axilla") || p.has("node", "axillary")));
    if (named.contains(AxillaryProcedure.ALND) && named.contains(AxillaryProcedure.SLNB)) {
      return Optional.of(Answer.known(AxillaryProcedure.SLNB_THEN_ALND));
    }
    if (!named.isEmpty()) {
      return Optional.of(Answer.known(named.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }
    if (denied) {
      return Optional.of(Answer.known(AxillaryProcedure.NONE));
    }
    if (done.stream().anyMatch(OperationDetails::opensTheAxilla)) {
      return Optional.of(Answer.unreadable());
    }
    return main.flatMap(OperationPart::type)
        .filter(t -> t == SurgeryType.MODIFIED_RADICAL || t == SurgeryType.RADICAL)
        .map(t -> Answer.known(AxillaryProcedure.ALND, Remark.IMPLIED));
  }

  private static boolean opensTheAxilla(OperationPart part) {
    return part.has("node", "axillary") && (part.has("cut") || part.has("biopsy"));
  }

  private static Optional<Reconstruction> reconstruction(
      List<OperationPart> parts, List<OperationPart> done) {
    Set<Reconstruction> named = EnumSet.noneOf(Reconstruction.class);
    done.forEach(part -> named.addAll(part.codes("recon", Reconstruction.class)));
    if (named.contains(Reconstruction.IMPLANT) && named.contains(Reconstruction.TISSUE)) {
      return Optional.of(Reconstruction.COMBINED);
    }
    if (!named.isEmpty()) {
      return named.stream().findFirst();
    }
    boolean denied = parts.stream().anyMatch(p -> p.status() == Status.NOT_DONE && p.has("recon"));
    return denied ? Optional.of(Reconstruction.NONE) : Optional.empty();
  }
}
