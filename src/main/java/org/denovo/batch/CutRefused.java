package org.denovo.batch;

import java.util.List;
import java.util.Objects;
import org.denovo.vocabulary.Text;

/** A data cut cannot be made, or not be made again, for the reason given. Nothing was changed. */
public final class CutRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Text says;
  private final transient List<String> files;
  private final boolean tampered;

  private CutRefused(boolean tampered, Text says, List<String> files) {
    super(says.en());
    this.says = Objects.requireNonNull(says, "says");
    this.files = List.copyOf(files);
    this.tampered = tampered;
  }

  /** It was asked for what cannot be. */
  static CutRefused because(String zh, String en, Object... arguments) {
    return new CutRefused(false, new Text(zh, en).with(arguments), List.of());
  }

  /**
   * What was frozen is not as it was.
   *
   * @param files those that are not, as far as they are files
   */
  static CutRefused broken(Text says, List<String> files) {
    return new CutRefused(true, says, files);
  }

  /** The reason. */
  public Text says() {
    return says;
  }

  /** The files that it is about. */
  public List<String> files() {
    return files;
  }

  /** True if what was frozen is not as it was; false if the wish was wrong. */
  public boolean isBroken() {
    return tampered;
  }
}
