package org.denovo.difference;

import java.util.List;
import java.util.Optional;
import org.denovo.difference.PatientChange.Kind;

/** Where a cohort puts a patient: her record of {@code registry/membership/<cohort>.csv}. */
record Where(List<String> header, List<String> cells) {

  private String cell(String column) {
    return cells.get(header.indexOf(column));
  }

  /** {@code in}, {@code left}, {@code undecided} or {@code blocked}. */
  private String state() {
    return cell("membership");
  }

  boolean isMember() {
    return state().equals("in");
  }

  /** The arm; empty if she is in none. */
  String arm() {
    return cell("arm");
  }

  /** The step at which she left; empty if she did not. */
  String step() {
    return cell("step");
  }

  /** The decisions that unresolved errors leave open and that keep her out. */
  List<String> blocked() {
    return state().equals("blocked") ? List.of(cell("lacking").split(";")) : List.of();
  }

  /** Where she is, and by what. */
  String says() {
    return String.join(" ", state(), arm(), step(), cell("verdict"), cell("lacking"))
        .strip()
        .replaceAll(" +", " ");
  }

  /** The same; empty of a patient who is not in the registry. */
  static String says(Optional<Where> where) {
    return where.map(Where::says).orElse("");
  }

  /** How a patient moved; nothing if she is where she was. */
  static Optional<Kind> move(Optional<Where> was, Optional<Where> is) {
    boolean member = was.filter(Where::isMember).isPresent();
    boolean stays = is.filter(Where::isMember).isPresent();
    if (member != stays) {
      return Optional.of(member ? Kind.LEFT : Kind.ENTERED);
    }
    if (says(was).equals(says(is))) {
      return Optional.empty();
    }
    return Optional.of(member ? Kind.ARM : Kind.FLOW);
  }
}
