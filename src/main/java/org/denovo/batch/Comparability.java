package org.denovo.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;

/**
 * Whether the numbers of two runs may be compared: only if both were made with the same program,
 * rules, words, mappings, cohorts and parameters.
 *
 * @param changes what is different, by kind and name
 */
record Comparability(List<Change> changes) {

  /** With no run before there is nothing to compare. */
  static final Comparability NO_OTHER = new Comparability(List.of());

  /** Changes of one kind that a sentence names. */
  private static final int NAMED = 5;

  /** One thing in two editions; one of them is empty if it is new or gone. */
  record Change(Optional<Edition> before, Optional<Edition> after) {

    Edition either() {
      return after.or(() -> before).orElseThrow();
    }

    /** True if the author changed it and left its version as it was. */
    boolean isUnversioned() {
      return before.isPresent()
          && after.isPresent()
          && !after.get().version().isEmpty()
          && after.get().version().equals(before.get().version())
          && !after.get().sha256().equals(before.get().sha256());
    }

    private Text nameAndVersion() {
      return Text.same("{0} ({1})").with(either().name(), either().version());
    }

    private Text says() {
      String name = either().name();
      if (before.isEmpty()) {
        return new Text("{0}新增", "{0} is new").with(name);
      }
      if (after.isEmpty()) {
        return new Text("{0}已去除", "{0} is gone").with(name);
      }
      boolean renumbered = !before.get().version().equals(after.get().version());
      return Text.same("{0} {1} → {2}")
          .with(
              name,
              renumbered ? before.get().version() : before.get().shown(),
              renumbered ? after.get().version() : after.get().shown());
    }
  }

  Comparability {
    changes = List.copyOf(changes);
  }

  /** What differs between the editions of two runs. The mapping of a new centre changes nothing. */
  static Comparability between(List<Edition> before, List<Edition> now) {
    Map<String, Edition> old = byName(before);
    Map<String, Edition> present = byName(now);
    List<Change> changes = new ArrayList<>();
    present.forEach(
        (key, edition) -> {
          Optional<Edition> earlier = Optional.ofNullable(old.get(key));
          boolean isNewCentre = earlier.isEmpty() && edition.kind() == Edition.Kind.MAPPING;
          if (!isNewCentre && !earlier.equals(Optional.of(edition))) {
            changes.add(new Change(earlier, Optional.of(edition)));
          }
        });
    old.forEach(
        (key, edition) -> {
          if (!present.containsKey(key)) {
            changes.add(new Change(Optional.of(edition), Optional.empty()));
          }
        });
    changes.sort(
        Comparator.comparing((Change change) -> change.either().kind())
            .thenComparing(change -> change.either().name()));
    return new Comparability(changes);
  }

  private static Map<String, Edition> byName(List<Edition> editions) {
    Map<String, Edition> byName = new LinkedHashMap<>();
    for (Edition edition : editions) {
      // How a job is scheduled and gated says nothing about its numbers.
      if (edition.kind() != Edition.Kind.JOB) {
        byName.put(edition.kind() + "\n" + edition.name(), edition);
      }
    }
    return byName;
  }

  /** That the runs cannot be compared, and why; nothing if they can. */
  Optional<Text> says() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Map<Edition.Kind, List<Change>> byKind = new EnumMap<>(Edition.Kind.class);
    changes.forEach(
        change ->
            byKind.computeIfAbsent(change.either().kind(), k -> new ArrayList<>()).add(change));
    List<Text> parts = new ArrayList<>();
    byKind.forEach((kind, ofKind) -> parts.add(says(kind, ofKind)));
    return Optional.of(
        new Text("与上次运行不可比：{0}", "not comparable with the previous run: {0}")
            .with(
                new Text(
                    parts.stream().map(Text::zh).collect(Collectors.joining("；")),
                    parts.stream().map(Text::en).collect(Collectors.joining("; ")))));
  }

  private static Text says(Edition.Kind kind, List<Change> changes) {
    return Text.same("{0} {1}").with(kind.title(), named(changes, Change::says));
  }

  /** A warning for each kind of file that was changed under its old version, naming the files. */
  List<Text> unversioned() {
    Map<Edition.Kind, List<Change>> byKind = new EnumMap<>(Edition.Kind.class);
    changes.stream()
        .filter(Change::isUnversioned)
        .filter(change -> change.either().kind() != Edition.Kind.PROGRAM)
        .forEach(
            change ->
                byKind.computeIfAbsent(change.either().kind(), k -> new ArrayList<>()).add(change));
    List<Text> warnings = new ArrayList<>();
    byKind.forEach(
        (kind, ofKind) ->
            warnings.add(
                new Text(
                        "{0} {1}有改动而版本未变：请更新版本",
                        "{0} {1} changed under an unchanged version: raise it")
                    .with(kind.title(), named(ofKind, Change::nameAndVersion))));
    return warnings;
  }

  /** The first few of the changes in a row, and how many more there are. */
  private static Text named(List<Change> changes, Function<Change, Text> says) {
    List<Text> named = changes.stream().limit(NAMED).map(says).toList();
    Text all =
        new Text(
            named.stream().map(Text::zh).collect(Collectors.joining("、")),
            named.stream().map(Text::en).collect(Collectors.joining(", ")));
    return changes.size() <= NAMED
        ? all
        : new Text("{0}等{1}项", "{0} and {1} more")
            .with(
                all,
                new Text(
                    Integer.toString(changes.size()), Integer.toString(changes.size() - NAMED)));
  }
}
