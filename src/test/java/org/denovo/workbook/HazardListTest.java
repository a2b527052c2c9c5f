package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of hazards in this package's description names tests that are there. */
class HazardListTest {

  private static final Path TESTS = Path.of("src/test/java/org/denovo");

  @Test
  void everyTestInTheListIsThereAndEveryHazardOfFileAndCellIsInIt() throws IOException {
    String list =
        Files.readString(TESTS.resolve("workbook/package-info.java"))
            .replaceAll("\\R \\*\\s+", " ");
    List<String> named =
        Pattern.compile("\\{@code ([a-z.]*)(\\w+Test)}")
            .matcher(list)
            .results()
            .map(test -> (test.group(1).isEmpty() ? "workbook." : test.group(1)) + test.group(2))
            .toList();
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(test -> assertThat(TESTS.resolve(test.replace('.', '/') + ".java")).exists());
    String hazards =
        Pattern.compile("<li>([0-9, ]+)")
            .matcher(list)
            .results()
            .map(MatchResult::group)
            .map(item -> item.replace("<li>", "").replace(" ", ""))
            .collect(Collectors.joining(","));
    assertThat(hazards.split(","))
        .containsExactly(
            "1", "2", "3", "4", "5", "6", "9", "10", "11", "12", "13", "14", "15", "16", "18", "19",
            "24", "29", "21", "22", "23", "28", "30", "35", "37", "31", "32", "38");
  }
}
