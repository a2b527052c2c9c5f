package org.denovo.mapping;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A pattern over names in which {@code *} stands for anything, compared in NFC without regard to
 * case. It is matched without backtracking over more than the last star, so that no pattern is
 * slow.
 */
final class Glob {

  private Glob() {}

  /** True if the name fits the pattern. */
  static boolean matches(String pattern, String name) {
    String glob = fold(pattern);
    String text = fold(name);
    int g = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && glob.charAt(g) == text.charAt(t)) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /** True if some name fits both patterns. */
  static boolean overlap(String one, String other) {
    String a = fold(one);
    String b = fold(other);
    boolean[][] ends = new boolean[a.length() + 1][b.length() + 1];
    for (int i = a.length(); i >= 0; i--) {
      for (int j = b.length(); j >= 0; j--) {
        boolean starA = i < a.length() && a.charAt(i) == '*';
        boolean starB = j < b.length() && b.charAt(j) == '*';
        if (i == a.length() && j == b.length()) {
          ends[i][j] = true;
        } else if (starA || starB) {
          // A star stands for nothing, or for the next sign of the other pattern.
          ends[i][j] =
              starA && (ends[i + 1][j] || j < b.length() && ends[i][j + 1])
                  || starB && (ends[i][j + 1] || i < a.length() && ends[i + 1][j]);
        } else {
          ends[i][j] =
              i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j) && ends[i + 1][j + 1];
        }
      }
    }
    return ends[0][0];
  }

  /** True if the text is a pattern rather than a plain name. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }
}
