package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.query.QueryWorkbook;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.WorkbookHash;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may lie in an inbox, seen before anything is opened. */
@Timeout(20)
class InboxTest {

  private static final Instant NOW = Instant.parse("2022-07-01T02:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2022-06-30T02:00:00Z");

  @TempDir Path folder;

  private final Map<String, String> present = new HashMap<>();
  private Path inbox;
  private List<CentreMapping> mappings;

  @BeforeEach
  void oneCentre() throws IOException {
    Files.createDirectory(folder.resolve("mappings"));
    Files.writeString(
        folder.resolve("mappings/north.yaml"),
        """
        schema: 1
        centre: north
        title: {zh: 北方, en: North}
        workbooks: ["north*", "*con.xlsx"]
        sheets:
          - patient: 编号
            columns: {性别: sex}
        """);
    inbox = Files.createDirectory(folder.resolve("inbox"));
    Problems problems = new Problems();
    mappings = Mappings.read(folder, folder.resolve("mappings"), problems).all();
    assertThat(problems.sorted()).isEmpty();
  }

  private Inbox look() {
    return look(Limits.DEFAULT, Duration.ofMinutes(1));
  }

  private Inbox look(Limits limits, Duration stableAfter) {
    return Inbox.look(
        inbox,
        mappings,
        mapping -> Optional.empty(),
        limits,
        stableAfter,
        NOW,
        centre -> Optional.ofNullable(present.get(centre)),
        (centre, sha256) -> false);
  }

  private Path put(String name, String content, Instant changed) throws IOException {
    Path file = Files.writeString(inbox.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(changed));
    return file;
  }

  /** {@code name reason}. */
  private static List<String> turnedAway(Inbox inbox) {
    return inbox.turnedAway().stream()
        .map(f -> (f.centre() + " " + f.fileName() + " " + f.reason()).strip())
        .toList();
  }

  private static List<String> arrivals(Inbox inbox) {
    return inbox.arrivals().stream().map(Inbox.Arrival::fileName).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"~$north.xlsx", ".~lock.north.xlsx#", ".~north.xlsx", ".north.xlsx", ".DS_Store"})
  void lockFilesAndHiddenOnesArePassedOver(String name) throws IOException {
    put(name, "x", YESTERDAY);
    assertThat(look())
        .isEqualTo(new Inbox(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf con.xlsx", "con.xlsx", "north $(reboot).xlsx", "north;'\"&|.xlsx"})
  void aNameThatOnlyAShellMindsIsAName(String name) throws IOException {
    put(name, "x", YESTERDAY);
    assertThat(arrivals(look())).containsExactly(name);
  }

  private void southToo() throws IOException {
    Files.writeString(
        folder.resolve("mappings/south.yaml"),
        """
        schema: 1
        centre: south
        title: {zh: 南方, en: South}
        workbooks: [south.csv]
        sheets:
          - patient: 编号
            columns: {性别: sex}
        """);
    Problems problems = new Problems();
    mappings = Mappings.read(folder, folder.resolve("mappings"), problems).all();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void bytesThatTwoCentresSendAreTakenFromNeither() throws IOException {
    southToo();
    put("north.csv", "编号,性别\n1,女\n", YESTERDAY);
    put("south.csv", "编号,性别\n1,女\n", YESTERDAY);
    Inbox seen = look();
    assertThat(arrivals(seen)).isEmpty();
    assertThat(turnedAway(seen))
        .containsExactly("north north.csv ANOTHER_CENTRES", "south south.csv ANOTHER_CENTRES");
    assertThat(seen.turnedAway().get(0).says().en())
        .startsWith("byte for byte the workbook of centre south");
  }

  @Test
  void theBytesInForceStayWithTheirCentre() throws IOException {
    southToo();
    Path file = put("north.csv", "编号,性别\n1,女\n", YESTERDAY);
    put("south.csv", "编号,性别\n1,女\n", YESTERDAY);
    present.put("north", WorkbookHash.sha256(file));
    Inbox seen = look();
    assertThat(arrivals(seen)).containsExactly("north.csv");
    assertThat(turnedAway(seen)).containsExactly("south south.csv ANOTHER_CENTRES");
    Files.delete(file);
    assertThat(turnedAway(look())).containsExactly("south south.csv ANOTHER_CENTRES");
  }

  @Test
  void whatOnlyLooksAlikeIsEachCentresOwn() throws IOException {
    southToo();
    put("north.csv", "编号,性别\n1,女\n", YESTERDAY);
    put("south.csv", "编号,性别\n2,女\n", YESTERDAY);
    assertThat(arrivals(look())).containsExactly("north.csv", "south.csv");
  }

  @Test
  void theLongestNameIsAName() throws IOException {
    String name = "north" + "北".repeat(80) + ".xlsx";
    put(name, "x", YESTERDAY);
    assertThat(arrivals(look())).containsExactly(name);
    assertThat(FileNames.isStrange("n".repeat(256))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'north\n.xlsx', north<U+000A>.xlsx",
    "'north\u001B[2J.xlsx', north<U+001B>[2J.xlsx",
    "'north\u202Excslx.xlsx', north<U+202E>xcslx.xlsx",
    "'north\u2066.xlsx', north<U+2066>.xlsx",
    "'north\u200B.xlsx', north<U+200B>.xlsx",
    "'stranger\u0007.txt', stranger<U+0007>.txt"
  })
  void aNameThatIsNotWhatItLooksLikeIsTurnedAway(String name, String shown) throws IOException {
    put(name, "x", YESTERDAY);
    Inbox seen = look();
    assertThat(arrivals(seen)).isEmpty();
    assertThat(turnedAway(seen)).containsExactly(shown + " STRANGE_NAME");
  }

  @Test
  void whatIsNoFileIsTurnedAwayAndHidesNoWorkbook() throws Exception {
    put("north.xlsx", "x", YESTERDAY.minusSeconds(9));
    Files.createDirectory(inbox.resolve("north1.xlsx"));
    Files.createSymbolicLink(inbox.resolve("north2.xlsx"), folder.resolve("mappings/north.yaml"));
    Files.createSymbolicLink(inbox.resolve("north3.xlsx"), Path.of("/dev/zero"));
    Files.createSymbolicLink(inbox.resolve("north4.xlsx"), Path.of("nowhere"));
    assumeThat(
            new ProcessBuilder("mkfifo", inbox.resolve("north5.xlsx").toString()).start().waitFor())
        .isZero();
    Files.createDirectory(inbox.resolve("old"));
    Inbox seen = look();
    assertThat(arrivals(seen)).containsExactly("north.xlsx");
    assertThat(seen.older()).isEmpty();
    assertThat(turnedAway(seen))
        .containsExactly(
            "north north1.xlsx NOT_A_FILE",
            "north north2.xlsx NOT_A_FILE",
            "north north3.xlsx NOT_A_FILE",
            "north north4.xlsx NOT_A_FILE",
            "north north5.xlsx NOT_A_FILE");
  }

  @Test
  void aFileThatChangedJustNowIsWaitedForEvenIfItIsEmpty() throws IOException {
    put("north.xlsx", "", NOW.minusSeconds(59));
    assertThat(look().waiting()).containsExactly("north.xlsx");
    put("north.xlsx", "", NOW.minusSeconds(60));
    assertThat(arrivals(look())).containsExactly("north.xlsx");
  }

  /** A program that copies with the original's time looks finished from the start. */
  @Test
  void aFileThatGrowsWhileItIsLookedAtIsWaitedFor() throws Exception {
    Path file = put("north.xlsx", "x".repeat(1 << 20), YESTERDAY);
    try (RandomAccessFile larger = new RandomAccessFile(file.toFile(), "rw")) {
      // Long enough to hash that the other thread gets its turn meanwhile.
      larger.setLength(96 << 20);
    }
    AtomicBoolean stop = new AtomicBoolean();
    AtomicBoolean started = new AtomicBoolean();
    Thread copy =
        new Thread(
            () -> {
              try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                while (!stop.get()) {
                  out.seek(out.length());
                  out.write(new byte[100]);
                  started.set(true);
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    copy.start();
    try {
      while (!started.get()) {
        Thread.onSpinWait();
      }
      Inbox seen = look(Limits.DEFAULT, Duration.ZERO);
      assertThat(seen.waiting()).containsExactly("north.xlsx");
      assertThat(arrivals(seen)).isEmpty();
    } finally {
      stop.set(true);
      copy.join();
    }
    Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
    assertThat(arrivals(look())).containsExactly("north.xlsx");
  }

  @Test
  void aFileThatMayNotBeReadStopsNobody() throws IOException {
    Path locked = put("north.xlsx", "x", YESTERDAY);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(locked)).as("a user who may read everything").isFalse();
    assertThat(turnedAway(look())).containsExactly("north north.xlsx NOT_A_FILE");
  }

  /** A terabyte of nothing costs no disk, but a day of reading. */
  @Test
  void aFileOverTheLimitIsNotReadToTellItFromOthers() throws IOException {
    Path file = put("north.xlsx", "x", YESTERDAY);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    List<String> identities = new ArrayList<>();
    for (Instant changed : List.of(YESTERDAY, YESTERDAY, YESTERDAY.plusSeconds(1))) {
      Files.setLastModifiedTime(file, FileTime.from(changed));
      identities.add(look().arrivals().get(0).sha256());
    }
    assertThat(identities.get(0)).hasSize(64).isEqualTo(identities.get(1));
    assertThat(identities.get(2)).isNotEqualTo(identities.get(1));
  }

  @Test
  void aFileThatNobodyClaimsIsNamed() throws IOException {
    put("south.csv", "编号,性别\n1,女\n", YESTERDAY);
    assertThat(turnedAway(look())).containsExactly("south.csv NO_MAPPING");
    assertThat(look().turnedAway().get(0).says().en()).contains("'denovo suggest' drafts one");
  }

  @Test
  void ofWhatIsNoWorkbookNoMappingIsDrafted() throws IOException {
    put("报告.pdf", "%PDF-1.7\n", YESTERDAY);
    put("照片.gif", "GIF89a", YESTERDAY);
    Path docx = put("病历.docx", "", YESTERDAY);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(docx))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w:document/>".getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(docx, FileTime.from(YESTERDAY));
    put("改名.xlsx", "%PDF-1.7\n", YESTERDAY);
    assertThat(look().turnedAway())
        .extracting(Inbox.TurnedAway::fileName)
        .containsExactlyInAnyOrder("报告.pdf", "病历.docx", "照片.gif", "改名.xlsx");
    assertThat(look().turnedAway())
        .extracting(file -> file.says().en())
        .containsOnly(
            "this is no workbook that can be read; ask its centre for the workbook itself, saved"
                + " as .xlsx");
  }

  @Test
  void whatIsInForceIsNotLookedIntoAgain() throws IOException {
    Path file = inbox.resolve("north.xlsx");
    QueryWorkbook.write(
        file,
        new QueryWorkbook.Title(
            "north", new Text("北方", "North"), "north.xlsx", LocalDate.of(2022, 6, 30), 0),
        List.of(),
        Lang.EN);
    Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
    Inbox opened = look();
    assertThat(opened.returned()).extracting(Inbox.Returned::fileName).contains("north.xlsx");
    assertThat(opened.arrivals()).isEmpty();

    String hash = WorkbookHash.sha256(file);
    present.put("north", hash);
    assertThat(look().returned()).isEmpty();
    assertThat(look().arrivals()).extracting(Inbox.Arrival::sha256).containsExactly(hash);

    present.put("north", "0".repeat(64));
    assertThat(look().returned()).hasSize(1);
  }
}
