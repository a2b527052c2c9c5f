package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.denovo.batch.Night;
import org.denovo.extract.UnreadableTexts;
import org.denovo.mapping.WordLine;
import org.denovo.normalise.KnownWords;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Remark;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/**
 * A text that was not understood, as a person needs it: how often and where it stands, the known
 * word that it resembles, and the line that would teach it to the centre's mapping. Whoever writes
 * the line decides; nothing is changed here.
 */
final class UnreadText {

  private static final Text CODE = new Text("代码", "CODE");

  private final Night night;
  private final Lang lang;
  private final Map<String, String> mappings = new HashMap<>();

  UnreadText(Night night, Lang lang) {
    this.night = night;
    this.lang = lang;
  }

  /** The lines of output for a row of the file. */
  List<String> of(UnreadableTexts.Row row) {
    UnreadableTexts.Line unread = row.line();
    List<String> lines = new ArrayList<>();
    String text =
        unread.raw().isEmpty()
            ? new Text("（未列出的其他写法）", "(others, not kept)").in(lang)
            : unread.raw().strip().replaceAll("\\s+", " ");
    lines.add(String.join("\t", Long.toString(unread.n()), unread.field(), unread.centre(), text));
    Optional<Field<?>> field = Fields.named(unread.field());
    if (!unread.remarks().isEmpty()) {
      // A text that is wrong is mended where it stands; to teach it would make it right.
      lines.add(
          new Text("    已有疑问（{0}）：请在原表更正", "    has a finding ({0}): correct it in the workbook")
              .with(unread.remarks().stream().map(Remark::code).collect(Collectors.joining(", ")))
              .in(lang));
    } else if (!unread.raw().isEmpty() && field.filter(UnreadText::hasWords).isPresent()) {
      row.near()
          .ifPresent(
              word ->
                  lines.add(
                      new Text("    近似于“{0}”（{1}）？", "    like '{0}' ({1})?")
                          .with(word.spelling(), word.code())
                          .in(lang)));
      line(row, field.get()).ifPresent(lines::add);
    }
    return lines;
  }

  private Optional<String> line(UnreadableTexts.Row row, Field<?> field) {
    String centre = row.line().centre();
    String code = row.near().map(KnownWords.Word::code).orElse(CODE.in(lang));
    Path mapping = night.job().mappings().resolve(centre + ".yaml");
    String file = night.job().root().relativize(mapping).toString().replace('\\', '/');
    return WordLine.in(mapping(centre), field, code, row.line().raw())
        .map(
            line ->
                "    "
                    + file
                    + ":"
                    + line.line()
                    + " "
                    + (line.isNew() ? "+" : "=")
                    + " "
                    + line.text());
  }

  /** The mapping file of a centre, which is named like it. */
  private String mapping(String centre) {
    return mappings.computeIfAbsent(
        centre,
        name -> {
          Path file = night.job().mappings().resolve(name + ".yaml");
          try {
            return Files.exists(file) ? Files.readString(file) : "";
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Only codes have words; a number, a date or a person is what it is. */
  private static boolean hasWords(Field<?> field) {
    return field.type() instanceof FieldType.Code<?>
        || field.type() instanceof FieldType.Codes<?>
        || field.type() instanceof FieldType.YesNo;
  }
}
