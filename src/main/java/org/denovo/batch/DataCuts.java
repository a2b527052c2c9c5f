package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.denovo.extract.CutFile;
import org.denovo.extract.Manifest;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.mapping.CentreMapping;
import org.denovo.store.Cuts;
import org.denovo.store.Run;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Edition;
import org.denovo.vocabulary.Text;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes published runs. A cut is a folder {@code cuts/NAME} in the registry's data folder with
 * the job's configuration files and {@code cut.json}, and a row in the database that holds its hash
 * and pins the submissions. A cut is never written a second time.
 */
public final class DataCuts {

  /** The folder of the kept configuration files within a cut's. */
  static final String FILES = "files";

  /**
   * What the run decided before its cohorts judged anybody. People go on deciding, so it is kept.
   */
  static final List<String> DECIDED = List.of(PersonsFile.PATH, ObstaclesFile.PATH);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final Night night;
  private final Store store;
  private final TransactionTemplate transactions;

  /** The cuts of a job's registry, in a migrated database. */
  public DataCuts(Night night, DataSource source) {
    this.night = Objects.requireNonNull(night, "night");
    this.store = Store.in(source);
    this.transactions = new TransactionTemplate(BatchFrame.on(source).transactions());
  }

  /** Where a cut's files are kept. */
  static Path folder(Night night, String name) {
    return night.job().data().resolve("cuts").resolve(name);
  }

  /**
   * Freezes the job's last published run, or the last one with an earlier today.
   *
   * @param asOf the latest day that the run may have had as its today
   * @param today the day that is noted as that of the lock
   * @throws CutRefused if there is no such run, if it or its configuration changed since, or if
   *     there is a cut of that name
   */
  public CutFile lock(String name, Optional<LocalDate> asOf, LocalDate today) throws CutRefused {
    if (!NAME.matcher(name).matches()) {
      throw CutRefused.because(
          "“{0}”不能作为数据截取的名称：小写字母、数字、.、_、-，最多63个",
          "'{0}' cannot name a cut: at most 63 small letters, digits, '.', '_' and '-'", name);
    }
    Optional<Cuts.Cut> other = store.cuts().named(name);
    if (other.isPresent()) {
      throw CutRefused.because(
          "数据截取“{0}”已存在（运行{1}，{2}锁定），不会被覆盖",
          "there is a cut '{0}' already (run {1}, locked on {2}); it is not overwritten",
          name,
          other.get().runId(),
          other.get().locked());
    }
    String job = night.job().name();
    Run run =
        asOf.map(day -> store.runs().published(job, day))
            .orElseGet(() -> store.runs().published(job))
            .orElseThrow(
                () ->
                    CutRefused.because(
                        "作业“{0}”在所问日期前没有发布过",
                        "job '{0}' had not published by the day that is asked for", job));
    Manifest manifest = manifest(run);
    checkUnchanged(run);
    List<CutFile.Pinned> pinned = pinned(run, manifest);
    return keep(name, run, manifest, pinned, today);
  }

  /** The run's manifest, after its files were compared with it. */
  private Manifest manifest(Run run) throws CutRefused {
    Path folder = night.folders().of(run.id());
    if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
      throw CutRefused.because("运行{0}的文件夹已不在", "the folder of run {0} is gone", run.id());
    }
    List<String> changed = Manifest.verify(folder).stream().map(Manifest.Difference::path).toList();
    if (!changed.isEmpty()) {
      throw CutRefused.broken(
          new Text("运行{0}的文件在发布后有改动", "files of run {0} were changed since it was published")
              .with(run.id()),
          changed);
    }
    Manifest manifest = Manifest.read(folder);
    if (decided(manifest).size() < DECIDED.size()) {
      throw CutRefused.because(
          "运行{0}由更早的版本生成，没有记下谁被排除、谁被合并；请先运行作业，再锁定",
          "run {0} was made by an earlier release, which did not note who was blocked or merged:"
              + " run the job first, then lock",
          run.id());
    }
    return manifest;
  }

  /** Of the files that a run made those in {@link #DECIDED}. */
  static List<Manifest.Output> decided(Manifest run) {
    return run.outputs().stream().filter(file -> DECIDED.contains(file.path())).toList();
  }

  /** What is kept is the configuration as it stands, so it must be the one that made the run. */
  private void checkUnchanged(Run run) throws CutRefused {
    Set<Edition> before = new HashSet<>(store.runs().editions(run.id()));
    Set<Edition> now = new HashSet<>(night.editions());
    Set<String> changed = new TreeSet<>();
    Stream.concat(
            before.stream().filter(edition -> !now.contains(edition)),
            now.stream().filter(edition -> !before.contains(edition)))
        .forEach(edition -> changed.add(edition.kind().title().en() + " " + edition.name()));
    if (!changed.isEmpty()) {
      throw CutRefused.broken(
          new Text(
                  "配置或程序在运行{0}之后有改动；请先运行作业，再锁定",
                  "configuration or program changed since run {0}: run the job first, then lock")
              .with(run.id()),
          List.copyOf(changed));
    }
  }

  private List<CutFile.Pinned> pinned(Run run, Manifest manifest) throws CutRefused {
    List<CutFile.Pinned> pinned = new ArrayList<>();
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Submission s : store.submissions().inForce(run)) {
      inputs.add(new Manifest.Input(s.centre(), s.fileName(), s.sha256(), s.patients()));
      pinned.add(
          new CutFile.Pinned(
              s.id(),
              s.centre(),
              s.fileName(),
              s.sha256(),
              s.readingHash(),
              s.received().toString(),
              s.patients(),
              store.patients().fingerprint(s)));
    }
    if (!inputs.equals(manifest.inputs())) {
      throw CutRefused.because(
          "登记库中已没有运行{0}所用的全部提交",
          "the registry no longer holds all submissions of run {0}", run.id());
    }
    return pinned;
  }

  private CutFile keep(
      String name, Run run, Manifest manifest, List<CutFile.Pinned> pinned, LocalDate today)
      throws CutRefused {
    Path folder = folder(night, name);
    // Left behind by a kill between the folder and its row: without the row it is no cut.
    RunFolders.delete(folder);
    Path part = folder.resolveSibling("." + name + ".part");
    RunFolders.delete(part);
    CutFile cut;
    String sha256;
    try {
      for (Path file : configuration()) {
        Path copy = part.resolve(FILES).resolve(inProject(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      for (String file : DECIDED) {
        Path copy = part.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(night.folders().of(run.id()).resolve(file), copy);
      }
      cut =
          new CutFile(
              name,
              run.id(),
              run.asOf().toString(),
              slashes(inProject(night.job().file())),
              pinned,
              Manifest.filesOf(part.resolve(FILES)),
              manifest);
      sha256 = cut.write(part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Cuts.Cut row = new Cuts.Cut(name, night.job().name(), run.id(), run.asOf(), today, sha256);
    transactions.executeWithoutResult(
        status -> store.cuts().lock(row, pinned.stream().map(CutFile.Pinned::submission).toList()));
    return cut;
  }

  /** Every file from which the run's configuration is read. */
  private List<Path> configuration() {
    Set<Path> files = new TreeSet<>(Comparator.comparing(Path::toString));
    files.add(night.job().file());
    files.addAll(night.job().cohorts());
    files.addAll(night.job().rules());
    for (CentreMapping mapping : night.mappings()) {
      files.add(inRoot(mapping.edition()));
      mapping.sharedWords().forEach(words -> files.add(inRoot(words)));
    }
    return List.copyOf(files);
  }

  private Path inRoot(Edition file) {
    return night.job().root().resolve(file.name()).normalize();
  }

  private Path inProject(Path file) throws CutRefused {
    Path root = night.job().root();
    if (!file.startsWith(root)) {
      throw CutRefused.because(
          "“{0}”不在项目文件夹中，不能随之锁定",
          "'{0}' lies outside the project's folder and cannot be kept", file);
    }
    return root.relativize(file);
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /**
   * A cut with what became of it.
   *
   * @param problem why it cannot be used; nothing if it is as it was
   */
  public record Listed(Cuts.Cut cut, long submissions, Optional<Text> problem) {}

  /** All cuts of the registry, by name; their kept files are looked at, their patients are not. */
  public static List<Listed> all(Night night, DataSource source) {
    Store store = Store.in(source);
    List<Listed> listed = new ArrayList<>();
    for (Cuts.Cut cut : store.cuts().all()) {
      Optional<Text> problem;
      try {
        KeptCut.open(folder(night, cut.name()), cut);
        problem = Optional.empty();
      } catch (CutRefused refused) {
        problem = Optional.of(refused.says());
      }
      listed.add(new Listed(cut, store.cuts().submissions(cut.name()).size(), problem));
    }
    return listed;
  }
}
