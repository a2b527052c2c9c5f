package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that want memory or time, all read by one process with a heap of 512 MB. */
class HostileFilesTest {

  private static final int MOST_MILLISECONDS = 20_000;

  @TempDir Path folder;

  @Test
  void nothingThatWantsMemoryOrTimeGetsIt() throws Exception {
    Path attacks = Files.createDirectory(folder.resolve("attacks"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path said = folder.resolve("said.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                HostileFiles.class.getName(),
                attacks.toString())
            .directory(Files.createDirectory(folder.resolve("here")).toFile())
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(300, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(said)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();

    Map<String, String> outcomes = new LinkedHashMap<>();
    Map<String, Long> slow = new TreeMap<>();
    for (String line : Files.readAllLines(said)) {
      String[] words = line.split("\t");
      outcomes.put(words[0], words[1]);
      if (Long.parseLong(words[2]) > MOST_MILLISECONDS) {
        slow.put(words[0], Long.parseLong(words[2]));
      }
    }
    assertThat(outcomes).containsExactlyEntriesOf(expected());
    assertThat(slow).isEmpty();
    for (String place : List.of("attacks", "temporary", "here")) {
      assertThat(files(folder.resolve(place))).as(place).isEmpty();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Map<String, String> expected() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("a sheet of blanks packed 1000 to 1", "HOSTILE");
    expected.put("a sheet of five gigabytes", "TOO_LARGE");
    expected.put("shared texts packed 1000 to 1", "TOO_LARGE");
    expected.put("shared texts without end", "TOO_LARGE");
    expected.put("styles without end", "TOO_LARGE");
    expected.put("a relation for every grain of sand", "TOO_LARGE");
    expected.put("an inline text of 200 MB", "TOO_LARGE");
    expected.put("a value of 200 MB", "TOO_LARGE");
    expected.put("an attribute of 200 MB", "HOSTILE");
    expected.put("an attribute that holds the ends of tags", "HOSTILE");
    expected.put("an element name of 200 MB", "BROKEN");
    expected.put("a comment of 200 MB", "HOSTILE");
    expected.put("a comment that holds the ends of tags", "HOSTILE");
    expected.put("a CDATA section of 200 MB", "HOSTILE");
    expected.put("an instruction of 200 MB", "HOSTILE");
    expected.put("a document type of 200 MB", "HOSTILE");
    expected.put("elements nested ten million deep", "HOSTILE");
    expected.put("sixteen thousand columns in two hundred rows", "3276800 cells");
    expected.put("one column too many", "TOO_LARGE");
    expected.put("a million blank rows", "0 cells");
    expected.put("a million and one blank rows", "TOO_LARGE");
    expected.put("four million merged regions", "TOO_LARGE");
    expected.put("a csv line of 64 MB", "BROKEN");
    expected.put("a csv of 64 million fields in a line", "BROKEN");
    expected.put("a csv with a quote that swallows 64 MB", "BROKEN");
    expected.put("an xls chain in a circle", "BROKEN");
    expected.put("an xls directory in a circle", "BROKEN");
    expected.put("an xls folder in itself", "BROKEN");
    expected.put("an xls entry beside itself", "BROKEN");
    expected.put("an xls of two gigabytes", "BROKEN");
    expected.put("an xls of endless tables", "BROKEN");
    expected.put("an xls of endless texts", "1 cells");
    expected.put("a lock of a hundred million turns", "TOO_LARGE");
    expected.put("a lock with a key of 250 MB", "BROKEN");
    expected.put("a lock with a key of no bits", "BROKEN");
    expected.put("a lock with salt of 2 GB", "BROKEN");
    expected.put("a lock with blocks of 2 GB", "BROKEN");
    expected.put("a lock with a hash of 2 GB", "BROKEN");
    expected.put("a lock described with a document type", "BROKEN");
    expected.put("a lock around more than a disk", "BROKEN");
    return expected;
  }
}
