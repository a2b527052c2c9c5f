package org.denovo.record;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of a person's name: three keyed hashes, of which two persons' may be compared for
 * equality. Names themselves are never kept.
 *
 * <p>Without the key they tell who shares a name, and how often it occurs, so that the most
 * frequent hashes are those of the most frequent names. With the key they tell the name: names, and
 * still more their sounds, are few enough to be tried one after another. The key must therefore lie
 * apart from the database.
 *
 * @param characters of the name with its common characters
 * @param sound of its syllables in pinyin without tones, whatever their order
 * @param initials of the surname's syllables and the first letters of the rest
 */
public record NameMark(String characters, String sound, String initials) {

  private static final Pattern BETWEEN = Pattern.compile("\\.");

  public NameMark {
    Objects.requireNonNull(characters, "characters");
    Objects.requireNonNull(sound, "sound");
    Objects.requireNonNull(initials, "initials");
  }

  /** The value of {@link Fields#PERSON_NAME}. */
  public String write() {
    return characters + "." + sound + "." + initials;
  }

  /** The mark that a value of {@link Fields#PERSON_NAME} holds; nothing if it is not one. */
  public static Optional<NameMark> of(String value) {
    String[] parts = BETWEEN.split(value, -1);
    return parts.length == 3
        ? Optional.of(new NameMark(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
