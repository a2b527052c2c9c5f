package org.denovo.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.denovo.record.FieldType;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** What CEL's parser and checker complain about, in the words of somebody who writes criteria. */
final class Issues {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");

  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*?)\\)' .*");

  private static final Pattern NOT_BOOL = Pattern.compile("expected type 'bool' but found '(.*)'");

  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting .*", Pattern.DOTALL);

  private static final Pattern BAD_SIGN =
      Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);

  /** What other languages write, and CEL's word for it. */
  private static final Map<String, String> OTHER_LANGUAGES =
      Map.of(
          "and", "&&",
          "or", "||",
          "not", "!",
          "=", "==",
          "‘", "'",
          "’", "'",
          "“", "'",
          "”", "'",
          "＝", "==",
          "&", "&&");

  private final Map<String, Name> names = new LinkedHashMap<>();

  Issues(Collection<Name> names) {
    names.forEach(name -> this.names.put(name.name(), name));
  }

  /** Notes a complaint of CEL. */
  void note(YamlNode at, String message, Problems problems) {
    Matcher matcher = UNDECLARED.matcher(message);
    if (matcher.matches()) {
      undeclared(at, matcher.group(1), problems);
      return;
    }
    matcher = NO_OVERLOAD.matcher(message);
    if (matcher.matches()) {
      Text types = types(matcher.group(2));
      problems.add(
          at,
          new Text("“{0}”不适用于：{1}", "'{0}' does not go with: {1}")
              .with(written(matcher.group(1)), types));
      return;
    }
    matcher = NOT_BOOL.matcher(message);
    if (matcher.matches()) {
      problems.add(
          at,
          new Text("条件须为是/否，此处为{0}", "a criterion is yes or no, but this is: {0}")
              .with(Language.typeName(matcher.group(1))));
      return;
    }
    matcher = UNEXPECTED.matcher(message);
    if (matcher.matches() && matcher.group(1).equals("<EOF>")) {
      problems.add(at, new Text("条件不完整", "the criterion is not complete"));
      return;
    }
    Matcher sign = BAD_SIGN.matcher(message);
    if (matcher.matches() || sign.matches()) {
      String found = matcher.matches() ? matcher.group(1) : sign.group(1).strip();
      problems.add(
          new Problem(
              at.file(),
              at.line(),
              at.column(),
              new Text("此处不应有“{0}”", "'{0}' was not expected here").with(found),
              Optional.ofNullable(OTHER_LANGUAGES.get(found.toLowerCase(Locale.ROOT)))));
      return;
    }
    problems.add(at, new Text("条件有误：{0}", "criterion: {0}").with(message));
  }

  private void undeclared(YamlNode at, String name, Problems problems) {
    if (!name.matches("\\w+")) {
      problems.add(
          at, new Text("条件中不能用“{0}”", "'{0}' cannot be used in a criterion").with(written(name)));
      return;
    }
    if (isCode(name)) {
      problems.add(
          at,
          new Text("“{0}”不是变量；代码须加引号：\"{0}\"", "'{0}' is no variable; a code is quoted: \"{0}\"")
              .with(name));
      return;
    }
    List<String> right =
        Stream.concat(names.keySet().stream(), Language.FUNCTIONS.stream()).toList();
    problems.add(
        at,
        new Text("“{0}”不是变量或函数", "'{0}' is not a variable or function").with(name),
        name,
        right);
  }

  private boolean isCode(String word) {
    return names.values().stream()
        .map(name -> name.variable().type())
        .anyMatch(
            type ->
                type instanceof FieldType.Code<?> code && code.byCode().containsKey(word)
                    || type instanceof FieldType.Codes<?> codes
                        && codes.code().byCode().containsKey(word));
  }

  private static Text types(String list) {
    List<Text> types = Stream.of(list.split(", ")).map(Language::typeName).toList();
    return new Text(
        String.join("、", types.stream().map(Text::zh).toList()),
        String.join(", ", types.stream().map(Text::en).toList()));
  }

  /** The operator as it is written: {@code _<=_} is {@code <=}. */
  private static String written(String function) {
    return function.equals("@in") ? "in" : function.replace("_", "");
  }
}
