package org.denovo.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.check.Checked;
import org.denovo.check.Checker;
import org.denovo.check.FileRules;
import org.denovo.check.Finding;
import org.denovo.check.FindingId;
import org.denovo.check.Rule;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCounts;
import org.denovo.check.RuleParameters;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Notice;
import org.denovo.normalise.Normaliser;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.PseudonymKey;
import org.denovo.source.SourceCell;

/**
 * The way in for one centre's patients: pseudonym, answers, findings. Each thread has its own,
 * because the normaliser remembers the texts that it has read.
 */
public final class Intake {

  private final String centre;
  private final PseudonymKey key;
  private final Normaliser normaliser;
  private final Checker checker;

  /**
   * The way in for a centre.
   *
   * @param rules those that every patient is judged by
   * @param parameters what the rules depend on
   */
  public Intake(
      CentreMapping mapping, PseudonymKey key, List<Rule> rules, RuleParameters parameters) {
    DerivedVariables derived = DerivedVariables.of(Parameters.DEFAULT);
    this.centre = mapping.centre();
    this.key = key;
    this.normaliser = new Normaliser(text -> key.pseudonym("identifier", text));
    this.checker = new Checker(rules, derived, parameters);
  }

  /** One patient's answers, and what the rules say of them. */
  public Checked take(MappedPatient patient) {
    return judge(read(patient));
  }

  /** One patient's answers. */
  public PatientRecord read(MappedPatient patient) {
    return normaliser.normalise(key(key, centre, patient.number()), patient);
  }

  /** Who a centre's patient of that number is. */
  public static PatientKey key(PseudonymKey key, String centre, String number) {
    return new PatientKey(centre, number, key.pseudonym("patient", centre + "\n" + number));
  }

  /** What the rules say of a patient whose answers are known already. */
  public Checked judge(PatientRecord patient) {
    return checker.check(patient);
  }

  /** The ids of the rules that judge each patient. */
  public List<String> patientRules() {
    return checker.rules().stream().map(rule -> rule.card().id()).toList();
  }

  /** The ids of the rules under which notices about a file are reported. */
  public static List<String> fileRules() {
    return Arrays.stream(Notice.Kind.values()).map(Intake::rule).toList();
  }

  /** An empty count of this centre's rules. */
  public RuleCounts counts() {
    return new RuleCounts(checker.rules());
  }

  private static String rule(Notice.Kind kind) {
    return switch (kind) {
      case MISSING_COLUMN -> "FIL-03";
      case AMBIGUOUS_COLUMN -> "FIL-04";
      case UNMAPPED_COLUMN -> "FIL-05";
      case HEADER_DRIFT -> "FIL-31";
      case LEGEND_NOT_USED -> "FIL-32";
      case MERGED_DATA -> "FIL-33";
      case UNDER_MERGED -> "FIL-34";
      case MIXED_TYPES -> "FIL-09";
      case CUT_NUMBER -> "FIL-11";
      case SERIES -> "FIL-12";
      case HIDDEN_DATA -> "FIL-06";
      case FORMULA_ERROR -> "FIL-07";
      case SHEET_AT_LIMIT -> "FIL-08";
      case REPEATED_HEADER -> "FIL-13";
      case WRONG_EXTENSION -> "FIL-01";
      case FILTERED -> "FIL-06";
      case NOT_CALCULATED, LINKED_RESULT -> "FIL-07";
      case TURNED_INTO_DATE -> "FIL-10";
      case CUT_IDENTITY -> "FIL-11";
      case COMMENT, STRUCK_THROUGH, COLOURED -> "FIL-14";
      case SHOWN_OTHERWISE -> "FIL-21";
      case CARRIED -> "FIL-22";
      case PROTECTED -> "FIL-23";
      case INFLATED_SHEET -> "FIL-24";
      case ENCODING_DAMAGE -> "FIL-16";
      case UNREAD_SHEET -> "FIL-17";
      case ROW_WITHOUT_PATIENT -> "FIL-18";
      case PATIENT_NOT_IN_FIRST_SHEET -> "FIL-19";
      case MISSING_SHEET -> "FIL-20";
    };
  }

  /** What was noticed about the file, as findings: one for each rule and place. */
  public List<Finding> about(List<Notice> notices) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Notice notice : notices) {
      RuleCard rule = FileRules.named(rule(notice.kind()));
      String id = id(rule, notice, false);
      if (findings.containsKey(id)) {
        // Two things about one cell are two findings.
        id = id(rule, notice, true);
      }
      List<SourceCell> cells = notice.places().stream().map(SourceCell::blank).toList();
      findings.putIfAbsent(
          id,
          new Finding(
              id,
              centre,
              Optional.empty(),
              rule.id(),
              rule.severity(),
              List.of(),
              cells,
              notice.says()));
    }
    return new ArrayList<>(findings.values());
  }

  /** What is about a cell is known by the cell; else, or if need be, by what it says. */
  private String id(RuleCard rule, Notice notice, boolean saysToo) {
    boolean noCell = notice.place().isEmpty() || notice.kind() == Notice.Kind.MISSING_COLUMN;
    String where =
        notice.kind()
            + "\n"
            + notice.sheet()
            + "\n"
            + (noCell ? "" : notice.place().get().address())
            + (noCell || saysToo ? "\n" + notice.says().en() : "");
    return FindingId.of(rule.id(), centre, "", List.of(where));
  }
}
