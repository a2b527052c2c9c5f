package org.denovo.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.denovo.vocabulary.Text;
import org.junit.jupiter.api.Test;

/** What may be said of a finding, and what becomes of it. */
class RulingTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);
  private static final String ID = "0123456789ab";

  private static RuleCard rule(String id) {
    return RuleBook.BUILT_IN.named(id).orElseThrow();
  }

  private static Life life(Standing standing) {
    return new Life(standing, "00", 1, DAY, Optional.empty());
  }

  private static Ruling confirmation(String why) {
    return Ruling.confirmed(ID, "Li", Ruling.Reason.KNOWN_EXCEPTION, why, Optional.empty());
  }

  private static String refusal(Ruling ruling, Life life, String rule, Severity severity) {
    return ruling.refusal(life, rule(rule), severity, Set.of("Wang"), DAY).map(Text::en).orElse("");
  }

  @Test
  void anErrorIsConfirmedOnlyIfItsRuleMayBeOverridden() {
    assertThat(refusal(confirmation("seen"), life(Standing.OPEN), "DNV-05", Severity.ERROR))
        .isEmpty();
    assertThat(refusal(confirmation("seen"), life(Standing.OPEN), "CON-17", Severity.ERROR))
        .isEqualTo("an error of CON-17 cannot be so: the data must be corrected");
    assertThat(refusal(confirmation("seen"), life(Standing.OPEN), "VIT-08", Severity.ERROR))
        .isEqualTo("an error of VIT-08 cannot be so: the data must be corrected");
    for (String rule : List.of("DNV-01", "DNV-04", "DNV-09")) {
      assertThat(refusal(confirmation("seen"), life(Standing.OPEN), rule, Severity.ERROR))
          .isEqualTo(
              "an error of "
                  + rule
                  + " is not confirmed: if the data are right, the patient is not eligible and"
                  + " stays out; if they are wrong, they must be corrected");
    }
    assertThat(refusal(confirmation("seen"), life(Standing.OPEN), "VIT-08", Severity.WARNING))
        .as("a warning always may")
        .isEmpty();
  }

  @Test
  void nothingIsConfirmedWithoutAnOpenFindingOrAReason() {
    assertThat(refusal(confirmation("seen"), life(Standing.RESOLVED), "DNV-05", Severity.ERROR))
        .isEqualTo("the finding is not there any more");
    assertThat(refusal(confirmation(""), life(Standing.OPEN), "DNV-05", Severity.ERROR))
        .isEqualTo("a confirmation says why");
    assertThatThrownBy(() -> confirmation("seen".repeat(300)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ruling.sent(ID, " ", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDayThatHasPassedIsRefused() {
    Ruling late = Ruling.sent(ID, "Wang", Optional.of(DAY.minusDays(1)));
    assertThat(refusal(late, life(Standing.OPEN), "DNV-05", Severity.ERROR))
        .isEqualTo("the last day has passed");
  }

  @Test
  void whatWasSentIsOverdueAfterThirtyDays() {
    Life sent = Ruling.sent(ID, "Wang", Optional.empty()).on(life(Standing.OPEN), "01", 1, DAY);
    assertThat(sent.on(DAY.plusDays(30), false)).isEqualTo(Standing.SENT);
    assertThat(sent.on(DAY.plusDays(31), false)).isEqualTo(Standing.OVERDUE);
    assertThat(sent.on(DAY.plusDays(31), true)).isEqualTo(Standing.WAIVED);
    assertThat(sent.lapse("02", 1, DAY)).contains(Life.Lapse.INPUTS_CHANGED);
    assertThat(sent.lapse("01", 2, DAY)).as("a query outlives its rule's version").isEmpty();
  }

  @Test
  void aWaiverHidesNoConfirmationAndEndsOnItsDay() {
    assertThat(life(Standing.CONFIRMED).on(DAY, true)).isEqualTo(Standing.CONFIRMED);
    Waiver waiver = new Waiver("CMP-07", "north", "Li", "no laboratory", DAY);
    assertThat(waiver.holds(DAY)).isTrue();
    assertThat(waiver.holds(DAY.plusDays(1))).isFalse();
    assertThat(Waiver.refusal(rule("CON-17"))).isPresent();
    assertThat(Waiver.refusal(rule("CMP-07"))).isEmpty();
  }

  @Test
  void aRuleIsInDoubtWhenMoreThanAFifthIsConfirmed() {
    assertThat(new Settled(10, 2, 3).isRuleInDoubt()).isFalse();
    assertThat(new Settled(10, 3, 0).isRuleInDoubt()).isTrue();
  }

  @Test
  void onlyWhatIsStoredCanBeALife() {
    assertThatThrownBy(() -> life(Standing.OVERDUE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> life(Standing.WAIVED)).isInstanceOf(IllegalArgumentException.class);
  }
}
