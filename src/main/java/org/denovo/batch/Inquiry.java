package org.denovo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.Selection;
import org.denovo.intake.Intake;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.PatientNumber;
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
    Submission submission = found.submission();
    Optional<CentreMapping> mapping =
        night.mappings().stream().filter(m -> m.centre().equals(submission.centre())).findFirst();
    List<Finding> findings = new ArrayList<>(store.findings().of(submission, pid(found)));
    findings.removeIf(finding -> night.book().named(finding.ruleId()).isEmpty());
    Optional<PatientRecord> person =
        WhoIsWhom.in(store, store.submissions().current()).judged(found.patient());
    Set<Decision> blocked = blocked(found.patient(), findings);
    return new Why(
        person.orElse(found.patient()),
        submission,
        mapping,
        mapping.filter(m -> night.readingHash(m).equals(submission.readingHash())).isPresent(),
        cohorts.stream()
            .map(Selection::of)
            .map(
                cohort ->
                    cohort.explain(
                        person.orElse(found.patient()),
                        person
                            .map(judged -> cohort.judge(judged, blocked))
                            .orElse(Selection.MERGED)))
            .toList(),
        findings);
  }

  /** What the findings on a patient left undecided in the run that published last. */
  private Set<Decision> blocked(PatientRecord patient, List<Finding> findings) {
    Standings standings =
        new Standings(
            store.findings().lives(),
            night.book().byId(),
            store.rulings().waivers(),
            store.runs().published(night.job().name()).orElseThrow().asOf());
    Blocking blocking = new Blocking(standings);
    findings.forEach(blocking::add);
    return blocking.of(patient);
  }

  private static String pid(Found.Patient found) {
    return found.patient().key().pid();
  }
}
