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
import java.util.function.Function;
import java.util.stream.Stream;
import org.denovo.mapping.CentreMapping;
import org.denovo.query.ReturnedWorkbook;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookHash;
import org.denovo.workbook.WorkbookRefused;
import org.denovo.workbook.WorkbookRefused.Reason;

/**
 * What lies in an inbox.
 *
 * @param arrivals the newest workbook of each centre, by centre
 * @param resent workbooks that would be the newest, were their bytes not a former submission's
 * @param older workbooks of centres that have a newer one there
 * @param returned query workbooks that came back, the newest first
 * @param turnedAway what is not even opened, by name
 * @param waiting files that changed too recently to be read, or while they were looked at, by name
 */
record Inbox(
    List<Arrival> arrivals,
    List<Arrival> resent,
    List<Older> older,
    List<Returned> returned,
    List<TurnedAway> turnedAway,
    List<String> waiting) {

  private static final Text NO_MAPPING =
      new Text(
          "没有任何映射认领该文件；可用denovo suggest为其中心起草映射",
          "no mapping claims this file; 'denovo suggest' drafts one for its centre");
  private static final Text NO_WORKBOOK =
      new Text(
          "不是可以读取的工作簿；请向其中心索取工作簿本身，存为 .xlsx",
          "this is no workbook that can be read; ask its centre for the workbook itself, saved as"
              + " .xlsx");
  private static final Text UNCLAIMED =
      new Text(
          "{0}若为质疑表的答复，请以无密码、完好的 .xlsx 重新提交，其中的答复尚未采纳；没有任何映射认领该文件名",
          "{0} If it holds answers to questions, none was taken: send it again as a whole .xlsx"
              + " without a password. No mapping claims its name");
  private static final Text NOT_A_FILE =
      new Text("不是普通文件（目录、链接或管道），请提交文件本身", "this is a folder, link or pipe; send the file itself");
  private static final Text NOT_OPENED =
      new Text(
          "文件无法打开：被其他程序占用，或没有读取权限",
          "the file cannot be opened: another program holds it, or it may not be read");
  private static final Text STRANGE_NAME =
      new Text(
          "文件名含有控制字符或不可见字符，请改名后重新提交",
          "its name holds control characters or invisible ones; rename it and send it again");
  private static final Text ANOTHERS =
      new Text(
          "与中心{0}的工作簿逐字节相同，是否误发或误命名？请提交本中心的文件",
          "byte for byte the workbook of centre {0}: was it sent or named by mistake? Send this"
              + " centre's own");

  /** A workbook and the centre that it is from. */
  record Arrival(CentreMapping mapping, Path file, String fileName, String sha256) {}

  /** A workbook that a newer one of its centre there replaces. */
  record Older(String centre, String fileName) {}

  /**
   * A query workbook, whatever it is called.
   *
   * @param mapping that claims its name, if one does
   */
  record Returned(Optional<CentreMapping> mapping, Path file, String fileName) {}

  /**
   * A file that is not opened, and why.
   *
   * @param centre empty if it is nobody's
   */
  record TurnedAway(String centre, String fileName, String sha256, String reason, Text says) {}

  /**
   * A workbook that a mapping claims.
   *
   * @param hash its identity, if it is the centre's submission in force
   */
  private record Claimed(
      CentreMapping mapping, Path file, String name, FileTime changed, Optional<String> hash) {}

  private static final Comparator<Claimed> NEWEST_FIRST =
      Comparator.comparing(Claimed::changed).thenComparing(Claimed::name).reversed();

  private record CameBack(Returned file, FileTime changed) {}

  private static final Comparator<CameBack> LAST_FIRST =
      Comparator.comparing(CameBack::changed)
          .thenComparing(back -> back.file().fileName())
          .reversed();

  Inbox {
    arrivals = List.copyOf(arrivals);
    resent = List.copyOf(resent);
    older = List.copyOf(older);
    returned = List.copyOf(returned);
    turnedAway = List.copyOf(turnedAway);
    waiting = List.copyOf(waiting);
  }

  /**
   * Looks into a folder. Lock files, hidden files and folders that no mapping claims are passed
   * over. One workbook is a centre's whole submission: of several the one changed last counts, and
   * the later name if both changed at once; one whose bytes are a former submission's does not.
   * Bytes that another centre sent too are nobody's but whose they are in force.
   *
   * @param passwords a centre's, for query workbooks that it locked like its own
   * @param present the hash of a centre's submission in force; these bytes are not looked into, for
   *     they were read
   * @param former true if a centre sent these bytes and has replaced them since
   */
  static Inbox look(
      Path folder,
      List<CentreMapping> mappings,
      Function<CentreMapping, Optional<char[]>> passwords,
      Limits limits,
      Duration stableAfter,
      Instant now,
      Function<String, Optional<String>> present,
      BiPredicate<String, String> former) {
    return new Looking(mappings, passwords, limits, stableAfter, now, present, former).into(folder);
  }

  /**
   * What identifies a file: its content; for one that is too large to be read, which would take
   * long only to be refused, its size and time.
   */
  static String identity(Path file, BasicFileAttributes attributes, Limits limits)
      throws IOException {
    return attributes.size() > limits.fileBytes()
        ? new ContentHash()
            .add("too large")
            .add(Long.toString(attributes.size()))
            .add(attributes.lastModifiedTime().toString())
            .hex()
        : WorkbookHash.sha256(file);
  }

  /** One look, file by file. */
  private static final class Looking {
    private final List<CentreMapping> mappings;
    private final Function<CentreMapping, Optional<char[]>> passwords;
    private final Limits limits;
    private final Duration stableAfter;
    private final Instant now;
    private final Function<String, Optional<String>> present;
    private final BiPredicate<String, String> former;
    private final Map<String, List<Claimed>> claimed = new TreeMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Arrival> resent = new ArrayList<>();
    private final List<Older> older = new ArrayList<>();
    private final List<CameBack> back = new ArrayList<>();
    private final List<TurnedAway> turnedAway = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    Looking(
        List<CentreMapping> mappings,
        Function<CentreMapping, Optional<char[]>> passwords,
        Limits limits,
        Duration stableAfter,
        Instant now,
        Function<String, Optional<String>> present,
        BiPredicate<String, String> former) {
      this.mappings = mappings;
      this.passwords = passwords;
      this.limits = limits;
      this.stableAfter = stableAfter;
      this.now = now;
      this.present = present;
      this.former = former;
    }

    Inbox into(Path folder) {
      for (Path file : files(folder)) {
        String name = Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
        if (!name.startsWith("~$") && !name.startsWith(".")) {
          attributes(file).ifPresent(attributes -> see(file, name, attributes));
        }
      }
      claimed.values().forEach(this::choose);
      turnAwayAnothers();
      List<Returned> returned = back.stream().sorted(LAST_FIRST).map(CameBack::file).toList();
      return new Inbox(arrivals, resent, older, returned, turnedAway, waiting);
    }

    /** The newest of a centre's workbooks, but for those that it has replaced before. */
    private void choose(List<Claimed> ofCentre) {
      ofCentre.sort(NEWEST_FIRST);
      int at = 0;
      boolean chosen = false;
      while (!chosen && at < ofCentre.size()) {
        Claimed c = ofCentre.get(at++);
        String centre = c.mapping().centre();
        Optional<String> hash = c.hash().or(() -> hash(c.file(), centre, c.name()));
        chosen = hash.filter(sha256 -> former.test(centre, sha256)).isEmpty();
        List<Arrival> list = chosen ? arrivals : resent;
        hash.ifPresent(sha256 -> list.add(new Arrival(c.mapping(), c.file(), c.name(), sha256)));
      }
      ofCentre
          .subList(at, ofCentre.size())
          .forEach(c -> older.add(new Older(c.mapping().centre(), c.name())));
    }

    /** Patients under another centre's numbers would replace the centre's own. */
    private void turnAwayAnothers() {
      List<Arrival> seen = List.copyOf(arrivals);
      for (Arrival arrival : seen) {
        String centre = arrival.mapping().centre();
        Optional<String> other =
            mappings.stream()
                .map(CentreMapping::centre)
                .filter(o -> !o.equals(centre))
                .filter(
                    o ->
                        isInForce(o, arrival.sha256())
                            || seen.stream()
                                .anyMatch(
                                    a ->
                                        a.mapping().centre().equals(o)
                                            && a.sha256().equals(arrival.sha256())))
                .findFirst();
        if (other.isPresent() && !isInForce(centre, arrival.sha256())) {
          arrivals.remove(arrival);
          turnAway(
              centre,
              arrival.fileName(),
              arrival.sha256(),
              "ANOTHER_CENTRES",
              ANOTHERS.with(other.get()));
        }
      }
    }

    private boolean isInForce(String centre, String sha256) {
      return present.apply(centre).filter(sha256::equals).isPresent();
    }

    /** What the centre sent last, if the file is just that. */
    private Optional<String> inForce(String centre, Path file, BasicFileAttributes attributes) {
      Optional<String> hash = present.apply(centre);
      try {
        return hash.isPresent() && hash.get().equals(identity(file, attributes, limits))
            ? hash
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty(); // whoever opens it says so
      }
    }

    private void see(Path file, String name, BasicFileAttributes attributes) {
      Optional<CentreMapping> mapping = mappings.stream().filter(m -> m.claims(name)).findFirst();
      FileTime changed = attributes.lastModifiedTime();
      if (attributes.isDirectory() && mapping.isEmpty()) {
        return;
      }
      if (FileNames.isStrange(name)) {
        turnAway("", FileNames.shown(name), "", "STRANGE_NAME", STRANGE_NAME);
      } else if (!attributes.isRegularFile()) {
        String centre = mapping.map(CentreMapping::centre).orElse("");
        turnAway(centre, name, "", Reason.NOT_A_FILE.name(), NOT_A_FILE);
      } else if (changed.toInstant().isAfter(now.minus(stableAfter)) && !stableAfter.isZero()) {
        waiting.add(name);
      } else {
        open(file, name, attributes, mapping);
      }
    }

    /**
     * What is not claimed is told by its content only: what hides it is said. What is in force was
     * read before.
     */
    private void open(
        Path file, String name, BasicFileAttributes attributes, Optional<CentreMapping> mapping) {
      FileTime changed = attributes.lastModifiedTime();
      Optional<String> inForce = mapping.flatMap(m -> inForce(m.centre(), file, attributes));
      Optional<WorkbookRefused> refused = Optional.empty();
      try {
        if (inForce.isEmpty() && ReturnedWorkbook.isOne(file, limits, mapping.flatMap(passwords))) {
          back.add(new CameBack(new Returned(mapping, file, name), changed));
          return;
        }
      } catch (WorkbookRefused cannotBeSeen) {
        refused = Optional.of(cannotBeSeen);
      }
      if (mapping.isPresent()) {
        claimed
            .computeIfAbsent(mapping.get().centre(), centre -> new ArrayList<>())
            .add(new Claimed(mapping.get(), file, name, changed, inForce));
      } else {
        String reason = refused.map(r -> r.reason().name()).orElse("NO_MAPPING");
        Text says = refused.map(Looking::unclaimed).orElse(NO_MAPPING);
        hash(file, "", name).ifPresent(hash -> turnAway("", name, hash, reason, says));
      }
    }

    /** A mapping would not help what is no workbook. */
    private static Text unclaimed(WorkbookRefused refused) {
      return switch (refused.reason()) {
        case ENCRYPTED, WRONG_PASSWORD, BROKEN, TOO_LARGE, HOSTILE, EMPTY ->
            UNCLAIMED.with(refused.says());
        case UNKNOWN_FORMAT, WRONG_EXTENSION -> NO_WORKBOOK;
        case CHANGED, NOT_A_FILE, NO_SUCH_SHEET, NO_PATIENT_COLUMN, NO_MAPPED_COLUMN -> NO_MAPPING;
      };
    }

    /** The file's identity; nothing if it is turned away or waited for after all. */
    private Optional<String> hash(Path file, String centre, String name) {
      try {
        BasicFileAttributes before = read(file);
        String hash = identity(file, before, limits);
        BasicFileAttributes after = read(file);
        if (before.size() == after.size()
            && before.lastModifiedTime().equals(after.lastModifiedTime())) {
          return Optional.of(hash);
        }
        waiting.add(name);
      } catch (IOException e) {
        turnAway(centre, name, "", Reason.NOT_A_FILE.name(), NOT_OPENED);
      }
      return Optional.empty();
    }

    private void turnAway(String centre, String name, String hash, String reason, Text says) {
      turnedAway.add(new TurnedAway(centre, name, hash, reason, says));
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.comparing(f -> f.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing if the file was taken away since the folder was listed. */
  private static Optional<BasicFileAttributes> attributes(Path file) {
    try {
      return Optional.of(read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static BasicFileAttributes read(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
