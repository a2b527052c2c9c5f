package org.denovo.check;

import java.util.List;
import java.util.Objects;
import org.denovo.record.Field;

/** How a rule came out on a patient. */
public sealed interface Outcome {

  /** It could not be judged, which is not the same as passed. */
  record NotApplicable() implements Outcome {}

  /**
   * It was not judged, because a value that it reads is itself in error.
   *
   * @param cause the field whose value another rule does not accept, or nobody understood
   */
  record HeldBack(Field<?> cause) implements Outcome {
    public HeldBack {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /**
   * It failed, which is a bug and not a pass.
   *
   * @param what the exception's class and the place that threw it; never a patient's value
   */
  record Threw(String what) implements Outcome {
    public Threw {
      Objects.requireNonNull(what, "what");
    }
  }

  /** It was judged and holds. */
  record Holds() implements Outcome {}

  /** It is broken, once for each hit. */
  record Broken(List<Hit> hits) implements Outcome {
    public Broken {
      hits = List.copyOf(hits);
      if (hits.isEmpty()) {
        throw new IllegalArgumentException("broken without a hit");
      }
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param fields those whose cells the finding shows
   * @param values what is filled into the sentence
   */
  record Hit(Severity severity, List<Field<?>> fields, List<Object> values) {
    public Hit {
      Objects.requireNonNull(severity, "severity");
      fields = List.copyOf(fields);
      values = List.copyOf(values);
    }
  }

  Outcome NOT_APPLICABLE = new NotApplicable();
  Outcome HOLDS = new Holds();
}
