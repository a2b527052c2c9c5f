package org.denovo.difference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.denovo.extract.Manifest;
import org.denovo.extract.MembershipCsv;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;

/** The folder of a published run: where its files lie, and what the small ones say. */
record RunFolder(Path folder, Manifest manifest) {

  /**
   * Parameters by which a cohort's files come out otherwise; the others concern rules and pages.
   */
  private static final List<String> PARAMETERS = List.of("dates");

  /** Opens a run. */
  static RunFolder open(Path folder) throws NotComparable {
    if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
      throw new NotComparable(
          new Text("“{0}”中没有manifest.json", "there is no manifest.json in '{0}'").with(folder));
    }
    for (String needed : List.of("registry/membership", PersonsFile.PATH, ObstaclesFile.PATH)) {
      if (!Files.exists(folder.resolve(needed)) && Files.isDirectory(folder.resolve("cohorts"))) {
        throw new NotComparable(
            new Text(
                    "运行“{0}”由更早的版本生成，没有{1}",
                    "run '{0}' was made by an earlier release and has no {1}")
                .with(folder.getFileName(), needed));
      }
    }
    try {
      return new RunFolder(folder, Manifest.read(folder));
    } catch (IllegalArgumentException e) {
      throw new NotComparable(
          new Text("“{0}”中的manifest.json已损坏", "manifest.json in '{0}' is broken").with(folder));
    }
  }

  /** What the run was made with, its parameters included. */
  List<Edition> editions() {
    List<Edition> editions = new ArrayList<>(manifest.editions());
    for (String name : PARAMETERS) {
      editions.add(
          new Edition(
              Edition.Kind.PARAMETER, name, manifest.parameters().getOrDefault(name, ""), ""));
    }
    return editions;
  }

  /** The names of its cohorts. */
  Set<String> cohorts() {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(folder.resolve("cohorts"))) {
      try (Stream<Path> folders = Files.list(folder.resolve("cohorts"))) {
        folders
            .filter(Files::isDirectory)
            .forEach(cohort -> names.add(cohort.getFileName().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  Path membership(String cohort) {
    return folder.resolve(MembershipCsv.path(cohort));
  }

  Path lineage() {
    return folder.resolve("registry").resolve("lineage.csv");
  }

  /** Those who have several records. */
  List<List<PersonsFile.Member>> persons() {
    return PersonsFile.read(folder);
  }

  Path duplicates() {
    return folder.resolve("quality").resolve("duplicates.csv");
  }

  Path findings() {
    return folder.resolve("quality").resolve("findings.csv");
  }

  Path cohort(String cohort, String file) {
    return folder.resolve("cohorts").resolve(cohort).resolve(file);
  }

  /** The centre whose workbook it is; empty if none is. */
  String centre(String workbook) {
    return manifest.inputs().stream()
        .filter(input -> input.file().equals(workbook))
        .map(Manifest.Input::centre)
        .findFirst()
        .orElse("");
  }

  /** What identifies the bytes of a centre's workbook; empty if it has none. */
  String bytes(String centre) {
    return manifest.inputs().stream()
        .filter(input -> input.centre().equals(centre))
        .map(Manifest.Input::sha256)
        .findFirst()
        .orElse("");
  }

  /**
   * The fields on which a part of a cohort rests: by {@code step stage_iv}, {@code endpoint OS}.
   */
  Map<String, Set<String>> criteria(String cohort) {
    Map<String, Set<String>> criteria = new LinkedHashMap<>();
    for (Map<String, String> row : rows(cohort(cohort, "criteria.csv"))) {
      criteria.put(row.get("part") + " " + row.get("name"), split(row.get("fields")));
    }
    return criteria;
  }

  /** A column of {@code cohort.csv}: its block, and the fields on which it rests. */
  record Described(String block, Set<String> fields) {}

  /** The columns of {@code cohort.csv} by name. */
  Map<String, Described> columns(String cohort) {
    Map<String, Described> columns = new HashMap<>();
    for (Map<String, String> row : rows(cohort(cohort, "codebook.csv"))) {
      if (row.get("file").equals("cohort.csv")) {
        columns.put(row.get("name"), new Described(row.get("block"), split(row.get("fields"))));
      }
    }
    return columns;
  }

  private static Set<String> split(String fields) {
    return fields.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(fields.split(";", -1)));
  }

  private static List<Map<String, String>> rows(Path file) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Records records = new Records(file)) {
      while (records.hasNext()) {
        List<String> cells = Records.cells(records.next());
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(records.header().get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
