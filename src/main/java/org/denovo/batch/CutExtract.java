package org.denovo.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.denovo.extract.CutFile;
import org.denovo.extract.Manifest;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.extract.Release;
import org.denovo.linkage.Persons;
import org.denovo.record.PatientRecord;
import org.denovo.store.Cuts;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the registry and the cohorts of a data cut again, from the kept files and the pinned
 * submissions. What is made is shown only if every byte is as it was published, and noted as an
 * export.
 */
public final class CutExtract {

  private final Night live;
  private final Store store;
  private final Progress progress;
  private final TransactionTemplate transactions;

  /** Reads the configuration that a cut kept, with the registry's own key. */
  public interface Frozen {
    Night read(Path jobFile);
  }

  /**
   * An extract from a database of the present form.
   *
   * @param live the job as it stands; of it only the registry's place and key are used
   */
  public CutExtract(Night live, DataSource source, Progress progress) {
    this.live = Objects.requireNonNull(live, "live");
    this.store = Store.in(source);
    this.transactions = new TransactionTemplate(BatchFrame.on(source).transactions());
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /** Where the extract of a cut lies if no other place is named. */
  public Path usualFolder(String name) {
    return live.folders().folder().resolve("cuts").resolve(name);
  }

  /**
   * Makes the extract.
   *
   * @param target a folder that is not there yet
   * @param frozen reads the kept configuration
   * @throws CutRefused if there is no such cut, if it is not as it was locked, or if the files come
   *     out otherwise
   */
  public void make(String name, Path target, Frozen frozen) throws CutRefused {
    Cuts.Cut cut =
        store
            .cuts()
            .named(name)
            .orElseThrow(() -> CutRefused.because("没有数据截取“{0}”", "there is no cut '{0}'", name));
    if (Files.exists(target)) {
      throw CutRefused.because("“{0}”已存在", "'{0}' is there already", target);
    }
    KeptCut kept = KeptCut.open(DataCuts.folder(live, name), cut);
    checkKey(kept.file());
    List<Submission> submissions = submissions(kept.file());
    Night night = frozen.read(kept.jobFile());
    Optional<Text> otherProgram = otherProgram(kept.file());
    otherProgram.ifPresent(progress::note);
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    RunFolders.delete(part);
    try {
      write(night, kept, submissions, part);
      check(kept.file(), part, otherProgram);
      // First the record: nothing leaves that is not in it.
      note(night, cut, part);
      move(part, target);
    } finally {
      RunFolders.delete(part);
    }
  }

  private void checkKey(CutFile cut) throws CutRefused {
    String key = cut.manifest().parameters().getOrDefault("key", "");
    if (!key.equals(live.key().fingerprint())) {
      throw CutRefused.because(
          "数据截取“{0}”用的是另一把假名密钥，假名会不同",
          "the cut '{0}' was made with another key; its pseudonyms would differ", cut.name());
    }
  }

  /** The pinned submissions, after their patients were compared with what was locked. */
  private List<Submission> submissions(CutFile cut) throws CutRefused {
    List<Submission> submissions = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    progress.phase(new Text("核对提交", "Comparing submissions"), cut.submissions().size());
    for (CutFile.Pinned pinned : cut.submissions()) {
      Submission submission = store.submissions().get(pinned.submission());
      submissions.add(submission);
      if (!submission.sha256().equals(pinned.sha256())
          || !store.patients().fingerprint(submission).equals(pinned.recordsSha256())) {
        changed.add(pinned.centre() + " " + pinned.file());
      }
      progress.advance(1);
    }
    if (!changed.isEmpty()) {
      throw CutRefused.broken(
          new Text("登记库中这些提交已不是锁定时的内容", "the registry no longer holds these submissions as locked"),
          changed);
    }
    return submissions;
  }

  private Optional<Text> otherProgram(CutFile cut) {
    String now = live.version() + "+" + live.codeHash();
    String then = cut.manifest().codeVersion();
    return now.equals(then)
        ? Optional.empty()
        : Optional.of(
            new Text(
                    "数据截取由程序{0}锁定，现在运行的是{1}；只有逐字节相同才会交付",
                    "the cut was locked by program {0}, this is {1}; what is made is given out only"
                        + " if every byte is the same")
                .with(brief(then), brief(now)));
  }

  private static String brief(String version) {
    return version.substring(0, Math.min(version.length(), version.indexOf('+') + 9));
  }

  private void write(Night night, KeptCut kept, List<Submission> submissions, Path part) {
    long total = submissions.stream().mapToLong(Submission::patients).sum();
    progress.phase(new Text("写出登记库与队列", "Writing registry and cohorts"), total);
    try (Cohorts cohorts = new Cohorts(night, persons(kept, submissions), part);
        ObstaclesFile.Along obstacles = new ObstaclesFile.Along(kept.folder())) {
      new RegistryFiles(night, store, part, () -> false, progress)
          .write(
              submissions,
              submission ->
                  patient -> cohorts.accept(new Asked(patient, obstacles.of(patient.key().pid()))));
      cohorts.end();
    }
    Manifest run = kept.file().manifest();
    Release.check(
        new Manifest(
                run.job(),
                run.contentHash(),
                run.codeVersion(),
                run.inputs(),
                run.editions(),
                run.parameters(),
                run.counts(),
                List.of())
            .write(part));
  }

  /** The records that the run took to be of one person. */
  private Persons persons(KeptCut kept, List<Submission> submissions) {
    List<List<PersonsFile.Member>> groups = PersonsFile.read(kept.folder());
    List<String> pids = groups.stream().flatMap(List::stream).map(PersonsFile.Member::pid).toList();
    Map<String, PatientRecord> records = new HashMap<>();
    submissions.forEach(submission -> records.putAll(store.patients().of(submission, pids)));
    return Persons.of(
        groups.stream()
            .map(group -> group.stream().map(member -> records.get(member.pid())).toList())
            .toList());
  }

  private static void check(CutFile cut, Path part, Optional<Text> otherProgram) throws CutRefused {
    List<Manifest.Output> published =
        cut.manifest().outputs().stream()
            .filter(
                file -> file.path().startsWith("registry/") || file.path().startsWith("cohorts/"))
            .toList();
    List<String> changed =
        Manifest.differences(Manifest.filesOf(part), published).stream()
            .map(Manifest.Difference::path)
            .toList();
    if (!changed.isEmpty()) {
      throw CutRefused.broken(
          otherProgram.isPresent()
              ? new Text(
                  "这一版程序写出的文件与锁定时不同；请用锁定时的程序",
                  "this program writes other files than were locked; use the one that locked them")
              : new Text("写出的文件与锁定时不同", "the files came out otherwise than they were locked"),
          changed);
    }
  }

  private void note(Night night, Cuts.Cut cut, Path part) {
    transactions.executeWithoutResult(
        status -> ExportRecord.note(night, live, store, cut.runId(), cut.asOf(), cut.name(), part));
  }

  private static void move(Path part, Path target) {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
