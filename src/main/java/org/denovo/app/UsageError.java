package org.denovo.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What is said of a command line that cannot be understood: what is wrong in the reader's language,
 * what was perhaps meant, and where the help is.
 */
final class UsageError implements CommandLine.IParameterExceptionHandler {

  private final Lang lang;

  UsageError(Lang lang) {
    this.lang = lang;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(says(exception, command).in(lang));
    String name = command.getCommandSpec().qualifiedName();
    err.println(new Text("用法见：{0} --help", "For help: {0} --help").with(name).in(lang));
    err.flush();
    return Exit.USAGE.code();
  }

  private static Text says(ParameterException exception, CommandLine command) {
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), command);
    }
    if (exception instanceof CommandLine.MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    // Values are refused by converters of ours, which know the language.
    return exception.getCause() instanceof CommandLine.TypeConversionException refused
        ? invalid(exception, refused)
        : Text.same(exception.getMessage());
  }

  private static Text unmatched(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      return near(
          new Text("没有选项“{0}”", "there is no option '{0}'").with(argument),
          argument,
          command.getCommandSpec().options().stream()
              .flatMap(option -> Stream.of(option.names()))
              .toList());
    }
    return command.getSubcommands().isEmpty()
        ? new Text("多余的参数“{0}”", "'{0}' is one argument too many").with(argument)
        : near(
            new Text("没有命令“{0}”", "there is no command '{0}'").with(argument),
            argument,
            List.copyOf(command.getSubcommands().keySet()));
  }

  private static Text near(Text says, String word, List<String> known) {
    Optional<String> near = Nearest.to(word, known);
    return near.map(
            meant -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, meant))
        .orElse(says);
  }

  private static Text missing(List<ArgSpec> missing) {
    boolean isChoice =
        missing.stream().allMatch(each -> each.group() != null && each.group().exclusive());
    List<Text> names = missing.stream().map(UsageError::name).map(Text::same).toList();
    return (isChoice
            ? new Text("须写明其中一项：{0}", "one of these has to be given: {0}")
            : new Text("缺少：{0}", "missing: {0}"))
        .with(Text.joined(names));
  }

  private static String name(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return argument.paramLabel();
    }
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName() + " " + option.paramLabel();
  }

  private static Text invalid(
      ParameterException exception, CommandLine.TypeConversionException refused) {
    return new Text("{0}：{1}", "{0}: {1}").with(name(exception.getArgSpec()), refused.getMessage());
  }
}
