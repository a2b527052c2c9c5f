package org.denovo.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entry: {@code denovo COMMAND …}. */
@Command(
    name = "denovo",
    resourceBundle = "org.denovo.app.help",
    versionProvider = Main.VersionText.class,
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      PreviewCommand.class,
      VerifyCommand.class,
      ServeCommand.class,
      FindingsCommand.class,
      WhyCommand.class,
      DiffCommand.class,
      LockCommand.class,
      ExtractCommand.class,
      ExportsCommand.class,
      FindingCommand.class,
      ProfileCommand.class,
      SuggestCommand.class,
      AcceptCommand.class,
      PairsCommand.class,
      DescribeCommand.class
    })
public final class Main {

  private static final Pattern EVERYWHERE = Pattern.compile("--lang(=.*)?|--json|--no-color");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version")
  private boolean version;

  /** What {@code --version} prints. */
  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      Version current = Version.current();
      return new String[] {"denovo " + current.number() + "+" + current.code().substring(0, 8)};
    }
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; gives its exit code. */
  static int run(String... arguments) {
    Lang lang = language(arguments);
    Locale.setDefault(
        switch (lang) {
          case ZH -> Locale.SIMPLIFIED_CHINESE;
          case EN -> Locale.ENGLISH;
        });
    CommandLine line = new CommandLine(new Main());
    line.getSubcommands().values().forEach(sub -> sub.addMixin("help", new HelpOption()));
    line.registerConverter(Lang.class, Main::asked);
    line.registerConverter(LocalDate.class, Main::day);
    line.setParameterExceptionHandler(new UsageError(lang));
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> Failure.report(exception, lang));
    String[] ordered = commandFirst(arguments);
    if (ordered.length == 0) {
      line.usage(System.err);
      return Exit.USAGE.code();
    }
    return line.execute(ordered);
  }

  /** {@code --help} on every command. */
  static final class HelpOption {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        descriptionKey = "help")
    private boolean help;
  }

  /** The options of every command may stand before the command too. */
  private static String[] commandFirst(String... arguments) {
    int at = 0;
    while (at < arguments.length && EVERYWHERE.matcher(arguments[at]).matches()) {
      at += arguments[at].equals("--lang") ? 2 : 1;
    }
    if (at >= arguments.length) {
      return new String[0];
    }
    if (at == 0 || arguments[at].startsWith("-")) {
      return arguments;
    }
    List<String> moved = new ArrayList<>(List.of(arguments));
    Collections.rotate(moved.subList(0, at + 1), 1);
    return moved.toArray(String[]::new);
  }

  /** The language asked for, before anything else is understood; else the one of the locale. */
  private static Lang language(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String asked =
          arguments[i].equals("--lang") && i + 1 < arguments.length
              ? arguments[i + 1]
              : arguments[i].startsWith("--lang=") ? arguments[i].substring(7) : "";
      for (Lang lang : Lang.values()) {
        if (lang.name().toLowerCase(Locale.ROOT).equals(asked)) {
          return lang;
        }
      }
    }
    return language();
  }

  /** The language of the locale. */
  static Lang language() {
    return Locale.getDefault().getLanguage().equals("zh") ? Lang.ZH : Lang.EN;
  }

  /** A value of {@code --lang}. */
  private static Lang asked(String text) {
    return switch (text) {
      case "zh" -> Lang.ZH;
      case "en" -> Lang.EN;
      default ->
          throw new CommandLine.TypeConversionException(
              new Text("语言应为zh或en", "the language is zh or en").in(language()));
    };
  }

  /** A value of {@code --as-of}. */
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          new Text("日期写法如2022-06-30", "a date is written like 2022-06-30").in(language()));
    }
  }
}
