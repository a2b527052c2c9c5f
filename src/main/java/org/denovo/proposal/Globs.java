package org.denovo.proposal;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns over names of sheets and files. */
final class Globs {

  private Globs() {}

  /** The names with a star where they differ; empty if they have nothing in common. */
  static String over(List<String> names) {
    String start = names.get(0);
    String end = names.get(0);
    for (String name : names) {
      int same = 0;
      while (same < Math.min(start.length(), name.length())
          && start.charAt(same) == name.charAt(same)) {
        same++;
      }
      start = start.substring(0, same);
      int tail = 0;
      while (tail < Math.min(end.length(), name.length())
          && end.charAt(end.length() - 1 - tail) == name.charAt(name.length() - 1 - tail)) {
        tail++;
      }
      end = end.substring(end.length() - tail);
    }
    int shortest = names.stream().mapToInt(String::length).min().orElseThrow();
    int room = Math.max(0, shortest - start.length());
    end = end.length() > room ? end.substring(end.length() - room) : end;
    return start.isEmpty() && end.isEmpty() ? "" : start + "*" + end;
  }

  static boolean fits(String glob, String name) {
    int star = glob.indexOf('*');
    return Pattern.matches(
        Pattern.quote(glob.substring(0, star)) + ".*" + Pattern.quote(glob.substring(star + 1)),
        name);
  }

  /** A pattern that fits the next delivery too: what changes from one to the next is a star. */
  static String overFiles(List<String> names) {
    if (names.size() > 1) {
      String glob = over(names);
      // The next year is to fit too: north_202*.xlsx is north_*.xlsx.
      return glob.isEmpty() || glob.startsWith("*.") ? "" : glob.replaceFirst("[0-9]+\\*", "*");
    }
    String name = names.get(0);
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String extension = dot < 0 ? "" : name.substring(dot);
    String kept =
        stem.replaceFirst(
            "[-_ ]*(?:[vV]?[0-9]{1,2}|[0-9]{4,8}(?:[-_.]?[0-9]{1,2}){0,2}|final|终稿|最终版)$", "");
    return (kept.isBlank() ? stem : kept).replace("*", "") + "*" + extension;
  }
}
