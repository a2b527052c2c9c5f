package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house: which package stands on which floor, and which library may be used where. */
class FloorsTest {

  /** From the top down. A package uses only packages on lower floors. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("app"),
          List.of("batch"),
          List.of("job", "store", "difference"),
          List.of("intake", "extract", "report", "query"),
          List.of("change", "analysis", "proposal", "evidence"),
          List.of("cohort", "linkage", "comparison"),
          List.of("normalise", "check"),
          List.of("mapping", "expression", "derive"),
          List.of("record", "workbook"),
          List.of("source", "yaml"),
          List.of("vocabulary", "statistics"));

  /** Which packages may use a library, by the start of its package names. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.apache.poi", Set.of("workbook", "extract", "report", "query")),
          Map.entry("org.jsoup", Set.of("workbook")),
          Map.entry("org.snakeyaml", Set.of("yaml")),
          Map.entry("dev.cel", Set.of("expression")),
          Map.entry("com.ibm.icu", Set.of("workbook", "mapping", "normalise", "linkage")),
          Map.entry("de.siegmar", Set.of("workbook", "mapping", "extract", "report")),
          Map.entry("org.apache.parquet", Set.of("extract")),
          Map.entry("tools.jackson", Set.of("extract", "report", "app")),
          Map.entry("org.thymeleaf", Set.of("report")),
          Map.entry("org.apache.commons.statistics", Set.of("statistics")),
          Map.entry("org.springframework.jdbc", Set.of("store")),
          Map.entry("java.sql", Set.of("store")),
          Map.entry("javax.sql", Set.of("store", "batch", "app")),
          Map.entry("org.flywaydb", Set.of("store")),
          Map.entry("com.zaxxer", Set.of("app")),
          Map.entry("org.springframework.jdbc.support", Set.of("store", "batch")),
          Map.entry("org.springframework.batch", Set.of("batch")),
          Map.entry("org.springframework.transaction", Set.of("batch", "app")),
          Map.entry("org.springframework.boot", Set.of("app")),
          Map.entry("org.springframework.scheduling", Set.of("job")),
          Map.entry("org.springframework.context", Set.of("app", "batch")),
          Map.entry("org.springframework", Set.of("app", "batch", "store")),
          Map.entry("picocli", Set.of("app")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.denovo");

  @Test
  void everyPackageStandsOnAFloor() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (floor(room(type)) < 0) {
        strangers.add(type.getName());
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void importsOnlyGoDown() {
    List<String> upward = new ArrayList<>();
    for (Dependency use : uses()) {
      String target = use.getTargetClass().getName();
      String from = room(use.getOriginClass());
      if (target.startsWith("org.denovo.")) {
        String to = room(use.getTargetClass());
        if (!from.equals(to) && floor(to) <= floor(from)) {
          upward.add(use.getDescription());
        }
      }
    }
    assertThat(upward).isEmpty();
  }

  @Test
  void eachLibraryLivesInItsRooms() {
    List<String> strays = new ArrayList<>();
    for (Dependency use : uses()) {
      String target = use.getTargetClass().getName();
      LIBRARIES.entrySet().stream()
          .filter(e -> target.startsWith(e.getKey() + "."))
          .max(java.util.Comparator.comparingInt(e -> e.getKey().length()))
          .filter(e -> !e.getValue().contains(room(use.getOriginClass())))
          .ifPresent(e -> strays.add(use.getDescription()));
    }
    assertThat(strays).isEmpty();
  }

  private static List<Dependency> uses() {
    List<Dependency> uses = new ArrayList<>();
    CLASSES.forEach(type -> uses.addAll(type.getDirectDependenciesFromSelf()));
    return uses;
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    String prefix = "org.denovo.";
    return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
  }

  private static int floor(String room) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(room)) {
        return i;
      }
    }
    return -1;
  }
}
