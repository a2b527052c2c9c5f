package org.denovo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.denovo.extract.ProposalsFile;
import org.denovo.job.JobFile;
import org.denovo.job.JobFiles;
import org.denovo.mapping.HeaderRename;
import org.denovo.mapping.Mappings;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code accept PROPOSAL…}: renames columns in the mappings as the last good run proposed, or
 * {@code accept MAPPING.yaml --rename OLD=NEW}: as the user says. A file that would have a problem
 * then stays as it was.
 */
@Command(name = "accept", resourceBundle = "org.denovo.app.help")
final class AcceptCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "PROPOSAL|MAPPING.yaml", arity = "1..*", descriptionKey = "accept.what")
  private List<String> what;

  @Option(names = "--rename", paramLabel = "OLD=NEW", descriptionKey = "accept.rename")
  private String rename;

  @Option(names = "--sheet", paramLabel = "S", descriptionKey = "accept.sheet")
  private String sheet;

  @Option(names = "--job", paramLabel = "JOB.yaml", descriptionKey = "accept.job")
  private Path job = Path.of("jobs", "nightly.yaml");

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Problems problems = new Problems();
    Optional<Map<Path, List<HeaderRename>>> edits =
        rename == null ? proposed(terminal, problems) : said(terminal);
    if (!problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    if (edits.isEmpty()) {
      return Exit.USAGE.code();
    }
    Map<Path, String> edited = new LinkedHashMap<>();
    edits
        .get()
        .forEach(
            (file, renames) ->
                edit(file, renames, problems).ifPresent(text -> edited.put(file, text)));
    if (!problems.isEmpty()) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    if (!write(edited, problems)) {
      return ValidateCommand.report(problems, terminal, common.json()).code();
    }
    tell(edits.get(), terminal);
    return Exit.DONE.code();
  }

  /** What the last good run proposed under these ids, by the mapping file. */
  private Optional<Map<Path, List<HeaderRename>>> proposed(Terminal terminal, Problems problems) {
    Optional<JobFile> read = JobFiles.read(job, problems);
    if (read.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> run = LastGoodRun.of(read.get(), terminal);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Map<String, ProposalsFile.Row> known = new LinkedHashMap<>();
    Path file = run.get().resolve("quality").resolve("proposals.csv");
    ProposalsFile.read(file).forEach(row -> known.put(row.id(), row));
    Map<Path, List<HeaderRename>> edits = new LinkedHashMap<>();
    for (String id : what) {
      ProposalsFile.Row row = known.get(id);
      if (row == null) {
        terminal.error(
            new Text(
                    "上次发布的运行没有提出“{0}”；见其quality/proposals.csv",
                    "the last good run did not propose '{0}'; see its quality/proposals.csv")
                .with(id));
        return Optional.empty();
      }
      edits
          .computeIfAbsent(
              read.get().mappings().resolve(row.centre() + ".yaml"), f -> new ArrayList<>())
          .add(
              new HeaderRename(
                  Optional.of(row.sheet()).filter(s -> !s.isEmpty()),
                  row.oldHeader(),
                  row.newHeader()));
    }
    return Optional.of(edits);
  }

  /** What the user says. A header may hold {@code =}; then the first reading that fits counts. */
  private Optional<Map<Path, List<HeaderRename>>> said(Terminal terminal) {
    Path file = Path.of(what.get(0));
    if (what.size() > 1 || !Files.isRegularFile(file)) {
      terminal.error(
          new Text("--rename须配一个映射文件", "--rename goes with one mapping file that exists"));
      return Optional.empty();
    }
    List<HeaderRename> readings = new ArrayList<>();
    for (int at = rename.indexOf('='); at >= 0; at = rename.indexOf('=', at + 1)) {
      String old = rename.substring(0, at).strip();
      String young = rename.substring(at + 1).strip();
      if (!old.isEmpty() && !young.isEmpty()) {
        readings.add(new HeaderRename(Optional.ofNullable(sheet), old, young));
      }
    }
    if (readings.isEmpty()) {
      terminal.error(new Text("应写作“旧列名=新列名”", "--rename is written OLD=NEW"));
      return Optional.empty();
    }
    String yaml = text(file);
    HeaderRename fitting =
        readings.stream()
            .filter(one -> one.in(file.toString(), yaml, new Problems()).isPresent())
            .findFirst()
            .orElse(readings.get(0));
    return Optional.of(Map.of(file, List.of(fitting)));
  }

  private static Optional<String> edit(Path file, List<HeaderRename> renames, Problems problems) {
    Optional<String> text = Optional.of(text(file));
    for (HeaderRename one : renames) {
      text = text.flatMap(t -> one.in(shown(file), t, problems));
    }
    return text;
  }

  /** Writes the files; if that makes a problem, all are as they were. */
  private static boolean write(Map<Path, String> edited, Problems problems) {
    Map<Path, String> before = new LinkedHashMap<>();
    edited.keySet().forEach(file -> before.put(file, text(file)));
    List<Problem> old = mappings(edited.keySet());
    edited.forEach(AcceptCommand::replace);
    mappings(edited.keySet()).stream().filter(p -> !old.contains(p)).forEach(problems::add);
    if (!problems.isEmpty()) {
      before.forEach(AcceptCommand::replace);
    }
    return problems.isEmpty();
  }

  /** What is wrong in the folders of the mappings. */
  private static List<Problem> mappings(Set<Path> files) {
    Problems problems = new Problems();
    files.stream()
        .map(file -> file.toAbsolutePath().normalize().getParent())
        .distinct()
        .forEach(folder -> Mappings.read(folder.getParent(), folder, problems));
    return problems.sorted();
  }

  private void tell(Map<Path, List<HeaderRename>> edits, Terminal terminal) {
    List<Map<String, String>> rows = new ArrayList<>();
    edits.forEach(
        (file, renames) ->
            renames.forEach(
                one -> {
                  Map<String, String> row = new LinkedHashMap<>();
                  row.put("mapping", shown(file));
                  row.put("old_header", one.oldHeader());
                  row.put("new_header", one.newHeader());
                  rows.add(row);
                  if (!common.json()) {
                    terminal.data(shown(file) + ": " + one.oldHeader() + " → " + one.newHeader());
                  }
                }));
    if (common.json()) {
      terminal.data(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }
  }

  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    Path path = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return path.toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reader sees the old file or the new one. */
  private static void replace(Path file, String text) {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
