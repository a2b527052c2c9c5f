package org.denovo.difference;

import java.util.Objects;
import org.denovo.vocabulary.Text;

/** Two runs cannot be laid side by side, for the reason given. */
public final class NotComparable extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Text says;

  NotComparable(Text says) {
    super(says.en());
    this.says = Objects.requireNonNull(says, "says");
  }

  /** The reason. */
  public Text says() {
    return says;
  }
}
