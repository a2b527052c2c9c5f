package org.denovo.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.extract.Anonymity;
import org.denovo.extract.Columns;
import org.denovo.extract.Disclosure;
import org.denovo.extract.Genomic;
import org.denovo.extract.Profile;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** The {@code privacy} of a job file. */
final class PrivacyBlock {

  static final List<String> KEYS =
      List.of(
          "profile",
          "genomic",
          "small-cells",
          "k",
          "quasi-identifiers",
          "sensitive",
          "require-purpose",
          "purpose",
          "approval");

  private static final List<String> BESIDE_VARIABLES =
      List.of("center_pid", "arm", "exposure_ever", "death", "death_cause3");

  private final YamlNode node;
  private final Problems problems;

  private PrivacyBlock(YamlNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** What the job says; a job that demands a purpose and names none is a problem. */
  static Privacy read(YamlNode node, Problems problems) {
    node.onlyKeys(problems, KEYS);
    return new PrivacyBlock(node, problems).privacy();
  }

  private Privacy privacy() {
    Privacy usual = Privacy.DEFAULT;
    Profile profile =
        JobFiles.value(node, "profile", Profile::of, "standard / limited / safe-harbor", problems)
            .orElse(usual.profile());
    Genomic genomic =
        JobFiles.value(node, "genomic", Genomic::of, "exclude / include", problems)
            .orElse(usual.genomic());
    Disclosure disclosure =
        JobFiles.value(
                node, "small-cells", text -> new Disclosure(JobFiles.count(text)), "7", problems)
            .orElse(usual.disclosure());
    Optional<String> purpose = JobFiles.value(node, "purpose", PrivacyBlock::said, "…", problems);
    Optional<String> approval =
        JobFiles.value(node, "approval", PrivacyBlock::said, "IRB-2022-014", problems);
    boolean demanded =
        JobFiles.value(node, "require-purpose", PrivacyBlock::yes, "true / false", problems)
            .orElse(false);
    if (demanded && (purpose.isEmpty() || approval.isEmpty())) {
      problems.add(
          node.get("require-purpose").orElseThrow(),
          new Text(
              "没有用途（purpose）和批准号（approval）就不得导出",
              "nothing may be exported without a purpose and an approval number"));
    }
    return new Privacy(profile, genomic, disclosure, anonymity(profile), purpose, approval);
  }

  private Anonymity anonymity(Profile profile) {
    Anonymity usual = Anonymity.DEFAULT;
    int k = JobFiles.value(node, "k", PrivacyBlock::k, "5", problems).orElse(usual.k());
    List<String> known = columns(profile);
    List<String> found = columns("quasi-identifiers", known).orElse(usual.quasiIdentifiers());
    List<String> sensitive = columns("sensitive", known).orElse(usual.sensitive());
    if (found.isEmpty() || found.size() > Anonymity.MOST_QUASI_IDENTIFIERS) {
      node.get("quasi-identifiers")
          .ifPresent(
              at ->
                  problems.add(
                      at,
                      new Text("应为1至{0}列", "from 1 to {0} columns were expected")
                          .with(Anonymity.MOST_QUASI_IDENTIFIERS)));
      return usual;
    }
    return new Anonymity(k, found, sensitive);
  }

  /** The columns that a key names; a name that is none is a problem. */
  private Optional<List<String>> columns(String key, List<String> known) {
    return node.get(key)
        .map(
            at -> {
              List<String> names = new ArrayList<>();
              for (YamlNode each : at.asList(problems)) {
                if (!known.contains(each.text())) {
                  problems.add(
                      each,
                      new Text("没有列“{0}”", "there is no column '{0}'").with(each.text()),
                      each.text(),
                      known);
                } else if (names.contains(each.text())) {
                  problems.add(each, new Text("“{0}”重复", "'{0}' is named twice").with(each.text()));
                } else {
                  names.add(each.text());
                }
              }
              return names;
            });
  }

  private static List<String> columns(Profile profile) {
    return Stream.concat(
            BESIDE_VARIABLES.stream(),
            Stream.concat(
                    Fields.all().stream(), DerivedVariables.of(Parameters.DEFAULT).all().stream())
                .flatMap(variable -> Columns.of(variable, profile).stream())
                .flatMap(columns -> columns.names().stream()))
        .toList();
  }

  private static String said(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(text);
    }
    return text.strip();
  }

  private static int k(String text) {
    int k = Integer.parseInt(text.strip());
    if (k < 2) {
      throw new IllegalArgumentException(text);
    }
    return k;
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
