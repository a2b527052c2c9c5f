package org.denovo.batch;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Life;
import org.denovo.check.RuleCard;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.check.Waiver;
import org.denovo.store.Lives;

/** Where each finding stands on the day of a run: its life, and whether its centre need answer. */
final class Standings {

  private final Lives lives;
  private final Map<String, RuleCard> cards;
  private final LocalDate today;
  private final Set<String> waived = new HashSet<>();

  Standings(Lives lives, Map<String, RuleCard> cards, List<Waiver> waivers, LocalDate today) {
    this.lives = lives;
    this.cards = cards;
    this.today = today;
    waivers.stream()
        .filter(waiver -> waiver.holds(today))
        .forEach(waiver -> waived.add(waiver.ruleId() + " " + waiver.centre()));
  }

  /**
   * A finding that the run meets, or one that is gone.
   *
   * @param due the last day for an answer, if the centre was asked
   */
  record Met(Turn turn, Standing standing, LocalDate firstSeen, Optional<LocalDate> due) {}

  Lives lives() {
    return lives;
  }

  /** What is known of a rule, if it is still in the book. */
  Optional<RuleCard> card(String ruleId) {
    return Optional.ofNullable(cards.get(ruleId));
  }

  /** What an unresolved finding blocks. */
  Set<Decision> blockedBy(Finding finding) {
    return cards.get(finding.ruleId()).blockedBy(finding);
  }

  private int version(Finding finding) {
    return cards.get(finding.ruleId()).version();
  }

  /** A workbook that cannot be read again may have findings of own rules that were taken back. */
  boolean isInForce(String ruleId) {
    return cards.containsKey(ruleId);
  }

  /** True as long as something has to be done about a finding; it is not met by this. */
  boolean isUnresolved(Finding finding) {
    return isInForce(finding.ruleId()) && standing(finding).isUnresolved();
  }

  /** Where a finding stands whose rule is in force; it is not met by this. */
  Standing standing(Finding finding) {
    return lives.peek(finding, version(finding), today).on(today, isWaived(finding));
  }

  Met meet(Finding finding) {
    return met(finding, lives.meet(finding, version(finding), today));
  }

  /** A finding of which nobody knows whether it still stands. */
  Met keep(Finding finding) {
    return met(finding, lives.keep(finding, today));
  }

  private Met met(Finding finding, Lives.Meeting meeting) {
    Life life = meeting.life();
    Standing standing = life.on(today, isWaived(finding));
    Optional<LocalDate> due = life.standing() == Standing.SENT ? life.expires() : Optional.empty();
    return new Met(meeting.turn(), standing, life.firstSeen(), due);
  }

  /** A finding that was there in the run before and is not any more. */
  Met gone(Finding finding) {
    return new Met(
        Turn.RESOLVED,
        isInForce(finding.ruleId()) ? Standing.RESOLVED : Standing.OBSOLETE,
        lives.firstSeen(finding),
        Optional.empty());
  }

  private boolean isWaived(Finding finding) {
    return waived.contains(finding.ruleId() + " " + finding.centre());
  }
}
