package org.denovo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for identifiers of people in whatever left: as they are and in halves, in every encoding
 * that a file may use for them, in the parts of archives and in file names. It tells where, never
 * what.
 */
public final class Leaks {

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  private static final List<String> PHONES = List.of("电话", "手机", "联系", "phone", "tel", "mobile");

  /** As many bytes tell needles apart. */
  private static final int KEY = 4;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Bytes that nobody writes by chance, and halves that count only where nothing adjoins them. */
  private final Set<String> whole = new LinkedHashSet<>();

  private final Set<String> halves = new LinkedHashSet<>();
  private final Set<String> lastOfPhones = new LinkedHashSet<>();
  private final Map<Integer, List<String>> byKey = new HashMap<>();

  /** Of names, identity numbers, phones and hospital numbers. */
  public Leaks(Collection<String> secrets) {
    for (String secret : secrets) {
      addWhole(secret);
      if (secret.matches("\\d{17}[\\dXx]")) {
        halves.add(secret.substring(0, 6));
        halves.add(secret.substring(12));
      } else if (secret.matches("1\\d{10}")) {
        lastOfPhones.add(secret.substring(7));
      } else if (secret.codePoints().allMatch(Character::isIdeographic)) {
        whole.add(latin(secret.substring(1).getBytes(StandardCharsets.UTF_8)));
      }
    }
    Stream.of(whole, halves, lastOfPhones)
        .flatMap(Set::stream)
        .distinct()
        .forEach(
            needle ->
                byKey
                    .computeIfAbsent(
                        key(needle.getBytes(StandardCharsets.ISO_8859_1), 0),
                        first -> new ArrayList<>())
                    .add(needle));
  }

  private void addWhole(String secret) {
    for (Charset charset : CHARSETS) {
      byte[] bytes = secret.getBytes(charset);
      whole.add(latin(bytes));
      whole.add(HexFormat.of().formatHex(bytes));
      whole.add(HexFormat.of().withUpperCase().formatHex(bytes));
      base64(bytes);
    }
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    whole.add("%" + HexFormat.ofDelimiter("%").formatHex(utf8));
    whole.add("%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(utf8));
    if (secret.chars().anyMatch(c -> c > 127)) {
      for (String pattern : List.of("\\u%04x", "\\u%04X", "&#x%x;", "&#x%X;", "&#%d;")) {
        whole.add(
            secret
                .chars()
                .mapToObj(c -> String.format(Locale.ROOT, pattern, c))
                .collect(Collectors.joining()));
      }
    }
  }

  /** The characters of base 64 that do not depend on what stands before or after. */
  private void base64(byte[] bytes) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = before == 0 ? 0 : before + 1;
      int to = (before + bytes.length) * 8 / 6;
      if (to - from >= 6) {
        whole.add(text.substring(from, to));
        whole.add(text.substring(from, to).replace('+', '-').replace('/', '_'));
      }
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * The files below a folder that hold an identifier, in their bytes or their names.
   *
   * @param isAllowed which secrets a file may hold
   */
  public List<String> in(Path folder, Predicate<Path> isAllowed) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (in(name.getBytes(StandardCharsets.UTF_8))
            || !isAllowed.test(file) && in(Files.readAllBytes(file))) {
          found.add(name);
        }
      }
    }
    return List.copyOf(found);
  }

  /** True if an identifier is in the bytes, or in a part of the archive that they are. */
  public boolean in(byte[] bytes) {
    return parts(bytes).stream().anyMatch(this::inPart);
  }

  private static List<byte[]> parts(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>(List.of(bytes));
    if (bytes.length > 4 && Arrays.equals(bytes, 0, 4, ZIP, 0, 4)) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          parts.add(entry.getName().getBytes(StandardCharsets.UTF_8));
          parts.addAll(parts(zip.readAllBytes()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parts;
  }

  /** In one pass, since there are thousands of needles: by what the first bytes are. */
  private boolean inPart(byte[] bytes) {
    String text = null;
    for (int at = 0; at + KEY <= bytes.length; at++) {
      List<String> needles = byKey.get(key(bytes, at));
      if (needles != null) {
        text = text == null ? latin(bytes) : text;
        for (String needle : needles) {
          if (text.startsWith(needle, at) && counts(needle, text, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean counts(String needle, String text, int at) {
    return whole.contains(needle)
        || halves.contains(needle) && isEdge(text, at - 1) && isEdge(text, at + needle.length())
        || lastOfPhones.contains(needle) && isOfPhone(text, at);
  }

  private static int key(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | bytes[at + 3] & 255;
  }

  private static boolean isEdge(String text, int at) {
    return at < 0
        || at >= text.length()
        || !(Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) < 128)
            && text.charAt(at) != '.';
  }

  /** True if it ends what is masked, or stands behind a word for phones. */
  private static boolean isOfPhone(String text, int at) {
    String before = text.substring(Math.max(0, at - 24), at);
    String words =
        new String(before.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT);
    return isEdge(text, at + 4)
        && (before.endsWith("*")
            || before.endsWith("x")
            || PHONES.stream().anyMatch(words::contains));
  }
}
