package org.denovo.job;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/**
 * The {@code limits} of a job file: what is not named there keeps its default. Sizes are written
 * {@code 256 MB}, of 1,048,576 bytes each; everything else is a count.
 */
final class LimitsBlock {

  private static final Limits USUAL = Limits.DEFAULT;
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})\\s*(KB|MB|GB)");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  static final List<String> KEYS =
      List.of(
          "file-size",
          "xls-size",
          "unpacked-size",
          "unpacked-ratio",
          "entries",
          "cell-text",
          "rows",
          "columns",
          "shared-texts",
          "shared-characters",
          "merged-cells",
          "lock-turns");

  private final YamlNode node;
  private final Problems problems;

  private LimitsBlock(YamlNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  static Limits read(YamlNode node, Problems problems) {
    node.onlyKeys(problems, KEYS);
    LimitsBlock block = new LimitsBlock(node, problems);
    return new Limits(
        block.size("file-size", USUAL.fileBytes()),
        block.size("xls-size", USUAL.oldFormatBytes()),
        block.size("unpacked-size", USUAL.inflatedBytes()),
        block.count("unpacked-ratio", USUAL.inflateRatio()),
        block.count("entries", USUAL.entries()),
        block.count("cell-text", USUAL.cellText()),
        block.count("rows", USUAL.rows()),
        block.count("columns", USUAL.columns()),
        block.count("shared-texts", USUAL.sharedStrings()),
        block.count("shared-characters", USUAL.sharedCharacters()),
        block.count("merged-cells", USUAL.mergedCells()),
        block.count("lock-turns", USUAL.lockTurns()));
  }

  private long size(String key, long usual) {
    Function<String, Long> read =
        text -> {
          Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
          if (!size.matches()) {
            throw new IllegalArgumentException(text);
          }
          int shift = 10 * (1 + List.of("KB", "MB", "GB").indexOf(size.group(2)));
          return atLeastOne(Long.parseLong(size.group(1)) << shift);
        };
    return JobFiles.value(node, key, read, (usual >> 20) + " MB", problems).orElse(usual);
  }

  private int count(String key, long usual) {
    Function<String, Long> read =
        text -> {
          if (!COUNT.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(text);
          }
          return atLeastOne(Long.parseLong(text.strip()));
        };
    return Math.toIntExact(
        JobFiles.value(node, key, read, Long.toString(usual), problems).orElse(usual));
  }

  private static long atLeastOne(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("0");
    }
    return number;
  }
}
