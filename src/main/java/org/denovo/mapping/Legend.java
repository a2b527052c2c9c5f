package org.denovo.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.denovo.source.Place;

/**
 * What a sheet itself says about the codes of a column, in a row under the header or in the header:
 * {@code 1=阳性 2=阴性}, {@code 0阴1阳}.
 *
 * @param place where it stands
 * @param column the column's header as the sheet shows it
 * @param codes code to meaning, folded, in the order of the text
 */
public record Legend(Place place, String column, Map<String, String> codes) {

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\s*[=:,).-]\\s*(?!\\d)");

  /** Codes and Chinese meanings without anything between them. */
  private static final Pattern BARE = Pattern.compile("(?:\\d{1,2}\\p{IsHan}{1,8}[\\s,;/|]*){2,}");

  private static final Pattern BARE_CODE = Pattern.compile("(\\d{1,2})(\\p{IsHan}{1,8})");

  /** What may stand before the first code: a word such as 代码. */
  private static final int LONGEST_PREFIX = 20;

  private static final int LONGEST_MEANING = 40;

  public Legend {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /** The legend as one line, {@code 1=阳性, 2=阴性}. */
  public String text() {
    return codes.entrySet().stream()
        .map(code -> code.getKey() + "=" + code.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The codes that a text explains: two or more, each with a meaning; else nothing. */
  static Optional<Map<String, String>> codes(String text) {
    String folded = Words.fold(text);
    if (folded.isEmpty() || folded.length() > 400) {
      return Optional.empty();
    }
    Map<String, String> codes = new LinkedHashMap<>();
    if (BARE.matcher(folded).matches()) {
      Matcher bare = BARE_CODE.matcher(folded);
      while (bare.find()) {
        codes.put(bare.group(1), bare.group(2));
      }
      return codes.size() < 2 ? Optional.empty() : Optional.of(codes);
    }
    Matcher code = CODE.matcher(folded);
    String open = null;
    int from = 0;
    while (code.find()) {
      if (open == null
          ? code.start() > LONGEST_PREFIX
          : !add(codes, open, folded, from, code.start())) {
        return Optional.empty();
      }
      open = code.group(1);
      from = code.end();
    }
    boolean isLegend = open != null && add(codes, open, folded, from, folded.length());
    return isLegend && codes.size() > 1 ? Optional.of(codes) : Optional.empty();
  }

  /** Adds a code; false if it has no meaning or two. */
  private static boolean add(
      Map<String, String> codes, String code, String folded, int from, int to) {
    String meaning = folded.substring(from, to).replaceAll("[\\s,;/|.(]+$", "").strip();
    // The bracket that closes the whole legend is not the meaning's.
    if (meaning.chars().filter(c -> c == ')').count()
        > meaning.chars().filter(c -> c == '(').count()) {
      meaning = meaning.replaceFirst("\\)$", "");
    }
    return !meaning.isEmpty()
        && meaning.length() <= LONGEST_MEANING
        && codes.putIfAbsent(code, meaning) == null;
  }
}
