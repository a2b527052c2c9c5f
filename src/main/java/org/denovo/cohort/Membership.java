package org.denovo.cohort;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.expression.Judgement;
import org.denovo.expression.Verdict;
import org.denovo.record.Variable;

/** What a cohort makes of one patient. */
public sealed interface Membership {

  /** A member with an arm. */
  record In(Member member) implements Membership {
    public In {
      Objects.requireNonNull(member, "member");
    }
  }

  /**
   * Left at a step.
   *
   * @param step the position in {@link Selection#steps}
   * @param judgement not met, or not known for want of something
   */
  record Left(int step, Judgement judgement) implements Membership {
    public Left {
      if (judgement.verdict() == Verdict.MET) {
        throw new IllegalArgumentException("step " + step + " is met");
      }
    }
  }

  /**
   * Fulfils every criterion and has an arm, but an unresolved error leaves open what the cohort
   * needs.
   *
   * @param decisions those of its needs that are blocked
   */
  record Blocked(Set<Decision> decisions) implements Membership {
    public Blocked {
      if (decisions.isEmpty()) {
        throw new IllegalArgumentException("blocked by nothing");
      }
      Set<Decision> copy = EnumSet.copyOf(decisions);
      decisions = Collections.unmodifiableSet(copy);
    }
  }

  /** Fulfils every criterion, but the arm is not known for want of these. */
  record Undecided(List<Variable<?>> missing) implements Membership {
    public Undecided {
      missing = List.copyOf(missing);
    }
  }
}
