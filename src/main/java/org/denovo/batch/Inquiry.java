package org.denovo.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.Obstacle;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.extract.ObstaclesFile;
import org.denovo.extract.PersonsFile;
import org.denovo.intake.Intake;
import org.denovo.linkage.Person;
import org.denovo.linkage.Persons;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.PatientNumber;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;
import org.denovo.store.Store;
import org.denovo.store.Submission;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Nearest;

/**
 * Answers why a patient is where she is, from the registry as last published and the definitions as
 * they stand. Nothing is written, and no patient's number is given out but to who asks her centre
 * for one that is nearly it.
 */
public final class Inquiry {

  private static final Pattern PSEUDONYM = Pattern.compile("[a-z2-7]{4,16}");
  private static final int WHOLE = 16;
  private static final int NEAR = 4;

  private final Night night;
  private final Store store;

  /** An inquiry in a database of the present form. */
  public Inquiry(Night night, DataSource source) {
    this.night = Objects.requireNonNull(night, "night");
    this.store = Store.in(source);
  }

  /** Whom a code means: one patient, or what is to be said instead. */
  public sealed interface Found {

    /** The patient, in the submission of her centre that is in force. */
    record Patient(PatientRecord patient, Submission submission) implements Found {}

    /** Nobody, and why. */
    record Nobody(Text says) implements Found {}
  }

  /**
   * Finds a current patient.
   *
   * @param code {@code CENTRE/NUMBER}, or a pseudonym or the beginning of one that no other has
   */
  public Found find(String code) {
    if (folder().isEmpty()) {
      return new Found.Nobody(
          new Text(
              "最近一次运行的文件夹已不在，或由更早的版本生成；请先运行作业",
              "the folder of the last run is gone, or an earlier release made it: run the job"
                  + " first"));
    }
    int slash = code.indexOf('/');
    return slash < 0
        ? byPseudonym(code)
        : byNumber(code.substring(0, slash), code.substring(slash + 1));
  }

  private Found byNumber(String centre, String written) {
    List<Submission> current = store.submissions().current();
    Optional<Submission> submission =
        current.stream().filter(s -> s.centre().equals(centre)).findFirst();
    if (submission.isEmpty()) {
      return nobody(
          new Text("登记库中没有中心“{0}”", "there is no centre '{0}' in the registry").with(centre),
          Nearest.to(centre, current.stream().map(Submission::centre).toList()));
    }
    Optional<String> number = PatientNumber.of(SourceCell.text(new Place("", "", 0, 0), written));
    Optional<PatientRecord> patient =
        number
            .map(n -> Intake.key(night.key(), centre, n).pid())
            .flatMap(pid -> patient(submission.get(), pid));
    return patient.isPresent()
        ? new Found.Patient(patient.get(), submission.get())
        : nobody(
            new Text("中心{0}没有编号为“{1}”的患者", "centre {0} has no patient with the number '{1}'")
                .with(centre, written),
            Nearest.to(number.orElse(written), store.patients().numbers(submission.get()))
                .map(near -> centre + "/" + near));
  }

  private Found byPseudonym(String start) {
    if (!PSEUDONYM.matcher(start).matches()) {
      return new Found.Nobody(
          new Text(
                  "“{0}”不是患者：请写 中心/患者编号，或至少4位的假名",
                  "'{0}' is no patient: write CENTRE/NUMBER, or at least 4 characters of a"
                      + " pseudonym")
              .with(start));
    }
    List<String> pids = store.patients().beginning(start, NEAR);
    if (pids.size() == 1) {
      for (Submission submission : store.submissions().current()) {
        Optional<PatientRecord> patient = patient(submission, pids.get(0));
        if (patient.isPresent()) {
          return new Found.Patient(patient.get(), submission);
        }
      }
    }
    if (pids.isEmpty()) {
      Optional<String> near =
          start.length() < WHOLE
              ? Optional.empty()
              : Nearest.to(start, store.patients().beginning(start.substring(0, NEAR), WHOLE));
      return nobody(
          new Text("没有假名为“{0}”的患者", "there is no patient with the pseudonym '{0}'").with(start),
          near);
    }
    return new Found.Nobody(
        new Text("“{0}”不止一名患者：{1} …", "'{0}' is the beginning of several pseudonyms: {1} …")
            .with(start, String.join(", ", pids)));
  }

  private static Found nobody(Text says, Optional<String> near) {
    return new Found.Nobody(
        near.map(n -> new Text("{0}；是否应为“{1}”？", "{0}; did you mean '{1}'?").with(says, n))
            .orElse(says));
  }

  private Optional<PatientRecord> patient(Submission submission, String pid) {
    Map<String, PatientRecord> found = store.patients().of(submission, List.of(pid));
    return Optional.ofNullable(found.get(pid));
  }

  /**
   * Why the patient is where she is.
   *
   * @param cohorts those that are asked about
   */
  public Why why(Found.Patient found, List<CohortDefinition> cohorts) {
    Path run = folder().orElseThrow();
    Optional<Person> person = person(run, pid(found));
    boolean merged = person.filter(p -> !pid(found).equals(p.record().key().pid())).isPresent();
    PatientRecord patient = person.filter(p -> !merged).map(Person::record).orElse(found.patient());
    Set<String> centres = new TreeSet<>(Set.of(found.submission().centre()));
    person
        .filter(p -> !merged)
        .ifPresent(p -> p.others().values().forEach(other -> centres.add(other.centre())));
    List<CentreMapping> mappings =
        night.mappings().stream().filter(mapping -> centres.contains(mapping.centre())).toList();
    List<Finding> findings = new ArrayList<>(store.findings().of(found.submission(), pid(found)));
    findings.removeIf(finding -> night.book().named(finding.ruleId()).isEmpty());
    List<Obstacle> obstacles = new ArrayList<>();
    ObstaclesFile.each(
        run,
        (pid, obstacle) -> {
          if (pid.equals(pid(found))) {
            obstacles.add(obstacle);
          }
        });
    Set<Decision> blocked = Obstacle.decisions(obstacles);
    List<Finding> known = new ArrayList<>(findings);
    known.addAll(elsewhere(obstacles, findings).values());
    return new Why(
        patient,
        found.submission(),
        mappings,
        store.submissions().current().stream()
            .filter(submission -> centres.contains(submission.centre()))
            .allMatch(submission -> isReadSo(submission, mappings)),
        person.map(this::samePerson),
        cohorts.stream()
            .map(Selection::of)
            .map(
                cohort ->
                    merged
                        ? cohort.explainMerged(patient, blocked)
                        : cohort.explain(patient, blocked))
            .toList(),
        obstacles.isEmpty() ? List.of() : hindrances(obstacles, known),
        findings);
  }

  /** The last run's folder, if it holds what was decided before cohorts judged. */
  private Optional<Path> folder() {
    return store
        .runs()
        .published(night.job().name())
        .map(run -> night.folders().of(run.id()))
        .filter(run -> Files.isRegularFile(run.resolve(ObstaclesFile.PATH)));
  }

  /** Whose record it is, if the last run took several to be of one person. */
  private Optional<Person> person(Path run, String pid) {
    return PersonsFile.read(run).stream()
        .map(members -> members.stream().map(PersonsFile.Member::pid).toList())
        .filter(pids -> pids.contains(pid))
        .findFirst()
        .map(
            pids -> {
              List<PatientRecord> records = new ArrayList<>();
              for (Submission submission : store.submissions().current()) {
                records.addAll(store.patients().of(submission, pids).values());
              }
              return Persons.of(List.of(records)).all().get(0);
            });
  }

  private boolean isReadSo(Submission submission, List<CentreMapping> mappings) {
    return mappings.stream()
        .filter(mapping -> mapping.centre().equals(submission.centre()))
        .anyMatch(mapping -> night.readingHash(mapping).equals(submission.readingHash()));
  }

  private Why.SamePerson samePerson(Person person) {
    List<String> pids = person.members().stream().map(PatientKey::pid).toList();
    return new Why.SamePerson(
        person,
        store.pairs().inForce().all().stream()
            .filter(decision -> pids.contains(decision.one()) && pids.contains(decision.other()))
            .toList());
  }

  /** Obstacles that are findings of other records of the same person. */
  private Map<String, Finding> elsewhere(List<Obstacle> obstacles, List<Finding> own) {
    Set<String> ids = obstacles.stream().map(Obstacle::finding).collect(Collectors.toSet());
    own.forEach(finding -> ids.remove(finding.id()));
    return store.findings().present(ids);
  }

  private List<Why.Hindrance> hindrances(List<Obstacle> obstacles, List<Finding> findings) {
    Standings standings =
        new Standings(
            store.findings().lives(),
            night.book().byId(),
            store.rulings().waivers(),
            store.runs().published(night.job().name()).orElseThrow().asOf());
    return obstacles.stream()
        .map(
            obstacle -> {
              Optional<Finding> finding =
                  findings.stream().filter(f -> f.id().equals(obstacle.finding())).findFirst();
              return new Why.Hindrance(
                  obstacle,
                  finding,
                  finding.map(standings::standing).orElse(Standing.OPEN),
                  standings
                      .card(obstacle.rule())
                      .filter(card -> card.mayConfirm(Severity.ERROR))
                      .isPresent());
            })
        .toList();
  }

  private static String pid(Found.Patient found) {
    return found.patient().key().pid();
  }
}
