package org.denovo.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.expression.Criteria;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlFile;
import org.denovo.yaml.YamlNode;

/**
 * The registry's own rules over one patient, beside the built-in ones.
 *
 * @param rules by id, none of them an id of a built-in rule
 * @param files the SHA-256 of each file that they stand in, by its path from the project's folder
 */
public record LocalRules(List<Rule> rules, Map<String, String> files) {

  /** For a registry that has none. */
  public static final LocalRules NONE = new LocalRules(List.of(), Map.of());

  public LocalRules {
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    files = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(files, "files")));
  }

  /**
   * The rules of these files that have no problem.
   *
   * @param root the folder against which files are named
   */
  public static LocalRules read(Path root, List<Path> files, Problems problems) {
    if (files.isEmpty()) {
      return NONE;
    }
    Criteria criteria = Criteria.over(DerivedVariables.of(Parameters.DEFAULT).all());
    List<Rule> rules = new ArrayList<>();
    Map<String, String> hashes = new TreeMap<>();
    Map<String, YamlNode> ids = new HashMap<>();
    for (Path file : files) {
      YamlFile.read(root, file, problems)
          .ifPresent(
              node -> {
                hashes.put(node.file(), sha256(file));
                rules.addAll(new LocalRuleFile(criteria, ids, problems).rules(node));
              });
    }
    return new LocalRules(rules, hashes);
  }

  /** The built-in rules and these, by id. */
  public List<Rule> withBuiltIn() {
    return Stream.concat(Rules.all().stream(), rules.stream())
        .sorted(Comparator.comparing(Rule::id))
        .toList();
  }

  private static String sha256(Path file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
