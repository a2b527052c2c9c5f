package org.denovo.normalise;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * One cell of a table of examples and the assertion that it is read as the table says.
 *
 * @param table the table's file
 */
record TriedExample(String table, String name, Executable assertion) {

  /**
   * With {@code -Ddenovo.examples=by-table} a table is one test: a mutation run starts the tests of
   * a class again for each mutant, and starting a test costs more than reading a hundred cells.
   */
  private static final boolean BY_TABLE =
      "by-table".equals(System.getProperty("denovo.examples", "by-cell"));

  /** The examples as tests, each cell its own. */
  static Stream<DynamicTest> tests(List<TriedExample> examples) {
    if (!BY_TABLE) {
      return examples.stream().map(e -> dynamicTest(e.table() + ": " + e.name(), e.assertion()));
    }
    Map<String, List<TriedExample>> tables =
        examples.stream()
            .collect(
                Collectors.groupingBy(e -> e.table(), LinkedHashMap::new, Collectors.toList()));
    return tables.entrySet().stream()
        .map(table -> dynamicTest(table.getKey(), () -> assertEach(table.getValue())));
  }

  private static void assertEach(List<TriedExample> examples) throws Throwable {
    for (TriedExample example : examples) {
      example.assertion().execute();
    }
  }
}
