package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.denovo.mapping.CentreMapping;
import org.denovo.workbook.WorkbookHash;

/**
 * What lies in an inbox.
 *
 * @param arrivals the newest workbook of each centre, by centre
 * @param resent workbooks that would be the newest, were their bytes not a former submission's
 * @param older workbooks of centres that have a newer one there
 * @param unclaimed files that no mapping claims, by name
 * @param waiting files that changed too recently to be read, by name
 */
record Inbox(
    List<Arrival> arrivals,
    List<Arrival> resent,
    List<Older> older,
    List<Unclaimed> unclaimed,
    List<String> waiting) {

  /** A workbook and the centre that it is from. */
  record Arrival(CentreMapping mapping, Path file, String fileName, String sha256) {}

  /** A workbook that a newer one of its centre there replaces. */
  record Older(String centre, String fileName) {}

  /** A file that is nobody's. */
  record Unclaimed(String fileName, String sha256) {}

  private record Claimed(CentreMapping mapping, Path file, String name, FileTime changed) {}

  private static final Comparator<Claimed> NEWEST_FIRST =
      Comparator.comparing(Claimed::changed).thenComparing(Claimed::name).reversed();

  Inbox {
    arrivals = List.copyOf(arrivals);
    resent = List.copyOf(resent);
    older = List.copyOf(older);
    unclaimed = List.copyOf(unclaimed);
    waiting = List.copyOf(waiting);
  }

  /**
   * Looks into a folder. Lock files, hidden files and folders are passed over. One workbook is a
   * centre's whole submission: of several the one changed last counts, and the later name if both
   * changed at once; one whose bytes are a former submission's does not.
   *
   * @param former true if a centre sent these bytes and has replaced them since
   */
  static Inbox look(
      Path folder,
      List<CentreMapping> mappings,
      Duration stableAfter,
      Instant now,
      BiPredicate<String, String> former) {
    Map<String, List<Claimed>> claimed = new TreeMap<>();
    List<Unclaimed> unclaimed = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
      BasicFileAttributes attributes = attributes(file);
      if (attributes.isDirectory() || name.startsWith("~$") || name.startsWith(".")) {
        continue;
      }
      FileTime changed = attributes.lastModifiedTime();
      if (changed.toInstant().isAfter(now.minus(stableAfter)) && !stableAfter.isZero()) {
        waiting.add(name);
        continue;
      }
      Optional<CentreMapping> mapping = mappings.stream().filter(m -> m.claims(name)).findFirst();
      if (mapping.isEmpty()) {
        unclaimed.add(new Unclaimed(name, hash(file, attributes)));
        continue;
      }
      claimed
          .computeIfAbsent(mapping.get().centre(), centre -> new ArrayList<>())
          .add(new Claimed(mapping.get(), file, name, changed));
    }
    List<Arrival> arrivals = new ArrayList<>();
    List<Arrival> resent = new ArrayList<>();
    List<Older> older = new ArrayList<>();
    for (List<Claimed> ofCentre : claimed.values()) {
      ofCentre.sort(NEWEST_FIRST);
      int at = 0;
      boolean found = false;
      while (!found && at < ofCentre.size()) {
        Arrival arrival = arrival(ofCentre.get(at++));
        found = !former.test(arrival.mapping().centre(), arrival.sha256());
        (found ? arrivals : resent).add(arrival);
      }
      ofCentre
          .subList(at, ofCentre.size())
          .forEach(one -> older.add(new Older(one.mapping().centre(), one.name())));
    }
    return new Inbox(arrivals, resent, older, unclaimed, waiting);
  }

  private static Arrival arrival(Claimed one) {
    return new Arrival(
        one.mapping(), one.file(), one.name(), hash(one.file(), attributes(one.file())));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(f -> f.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is no regular file (a link, a pipe) is never opened; its kind stands for its content. */
  private static String hash(Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return new ContentHash().add("not a file").hex();
    }
    try {
      return WorkbookHash.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
