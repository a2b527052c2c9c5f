package org.denovo.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.denovo.change.RenameProposal;
import org.denovo.check.Category;
import org.denovo.check.Context;
import org.denovo.check.Decision;
import org.denovo.check.Finding;
import org.denovo.check.RuleCount;
import org.denovo.check.Settled;
import org.denovo.check.Severity;
import org.denovo.check.Standing;
import org.denovo.check.Turn;
import org.denovo.check.Waiver;
import org.denovo.cohort.Attrition;
import org.denovo.cohort.Consequences;
import org.denovo.comparison.Compared;
import org.denovo.linkage.Linkage;
import org.denovo.mapping.SheetLedger;
import org.denovo.vocabulary.Text;

/**
 * All that the report shows, in the order in which it shows it.
 *
 * @param asOf the day that counts as today, ISO
 * @param contentHash over all that determines the run
 * @param parameters what else must be known to make the run again, name to value
 * @param editions the files that a person edits and numbers, name to edition
 * @param notComparable why the numbers cannot be compared with the previous run's, if they cannot
 * @param warnings of what was changed and left its version as it was
 * @param fields the fields of the completeness map, in the registry's order
 * @param findings the unresolved ones in their order; no more than the page can carry
 * @param findingsInAll how many there are
 * @param headlines the numbers that a reader looks for first, before and now
 * @param standings how many findings stand so
 * @param blocked all decisions in their order
 * @param overrides rules and centres with a confirmed finding
 * @param waivers what centres need not answer, and what they needed not
 * @param sinceLast the centres that sent before, in order
 * @param renames mapped columns that seem to have another name now
 * @param pairs records that are or may be of one person
 * @param compared how each centre stands among the others
 * @param fresh the spellings that the last run had not; nothing if there was none
 * @param inputs the workbooks in force, by centre
 */
public record Report(
    Text title,
    String asOf,
    String contentHash,
    Map<String, String> parameters,
    Map<String, String> editions,
    Optional<Text> notComparable,
    List<Text> warnings,
    List<Returned> returned,
    List<Centre> centres,
    List<Completeness> fields,
    List<Rule> rules,
    List<Open> findings,
    long findingsInAll,
    Changes changes,
    List<Headline> headlines,
    Map<Standing, Long> standings,
    List<Blocked> blocked,
    List<Overridden> overrides,
    List<Waived> waivers,
    List<SinceLast> sinceLast,
    List<Rename> renames,
    Linkage.Found pairs,
    List<Cohort> cohorts,
    List<Unread> unread,
    Compared compared,
    Optional<Fresh> fresh,
    List<Input> inputs) {

  /** What the centre's workbook is worth tonight. */
  public enum Verdict {
    ACCEPTED(new Text("接收", "accepted")),
    WITH_QUERIES(new Text("接收，有质疑", "accepted with queries")),
    RETURNED(new Text("退回", "returned")),
    NOTHING_SENT(new Text("未提交", "nothing sent"));

    private final Text title;

    Verdict(Text title) {
      this.title = title;
    }

    /** The verdict in words. */
    public Text title() {
      return title;
    }
  }

  /**
   * A centre tonight.
   *
   * @param why the reason of a verdict that is not plain acceptance
   * @param newFindings how many of its open findings were not there last night
   * @param overdue how many of its findings were sent and not answered in time
   * @param sheets the account of the rows of the workbook in force
   * @param inForce that workbook's file name; empty if there is none
   */
  public record Centre(
      String code,
      Text title,
      Optional<String> workbook,
      Verdict verdict,
      Text why,
      boolean readTonight,
      long patients,
      Map<Severity, Long> findings,
      Map<Severity, Long> newFindings,
      long overdue,
      List<SheetLedger> sheets,
      String inForce) {

    public Centre {
      findings = Map.copyOf(findings);
      newFindings = Map.copyOf(newFindings);
      sheets = List.copyOf(sheets);
    }

    /** How many of its findings of any severity are new. */
    public long isNew() {
      return newFindings.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * A file of the inbox that was not read.
   *
   * @param centre whose it is; or that no centre claims it
   */
  public record Returned(Text centre, String workbook, Text why) {}

  /**
   * How well a field is filled.
   *
   * @param shares by centre, in the order of the centres: the known share, 0 to 1; empty if the
   *     centre does not collect it
   */
  public record Completeness(Text field, List<Optional<Double>> shares) {}

  /** A rule with its denominator over all centres, and what became of its findings. */
  public record Rule(
      String id,
      int version,
      String source,
      boolean overridable,
      Category category,
      Context context,
      Severity severity,
      Text says,
      Text because,
      RuleCount count,
      Settled settled) {}

  /**
   * An unresolved finding.
   *
   * @param weight what it means for the night's cohorts
   */
  public record Open(
      Finding finding,
      Turn turn,
      Standing standing,
      LocalDate firstSeen,
      Consequences.Weight weight) {}

  /**
   * A number that a reader looks for first.
   *
   * @param before in the last run; nothing if there was none or it did not count this
   */
  public record Headline(Text what, OptionalLong before, long now) {}

  /**
   * Spellings that are new.
   *
   * @param shown some of them
   * @param inAll how many there are
   */
  public record Fresh(List<Spelling> shown, long inAll) {
    public Fresh {
      shown = List.copyOf(shown);
    }
  }

  /**
   * A spelling of a coded field.
   *
   * @param value the code that it was read as; empty if nobody understood it
   */
  public record Spelling(Text field, String raw, String value, long count, List<String> centres) {}

  /** A workbook in force. */
  public record Input(String centre, String workbook, String sha256, LocalDate received) {}

  /** Findings by what became of them since the last run. */
  public record Changes(long appeared, long reopened, long persisting, long resolved) {}

  /**
   * What unresolved errors leave open.
   *
   * @param patients of how many
   * @param rules those that block it most often
   * @param lost the cohorts that it keeps somebody out of who would be in, most first
   */
  public record Blocked(Decision decision, long patients, List<Blocking> rules, List<Lost> lost) {
    public Blocked {
      rules = List.copyOf(rules);
      lost = List.copyOf(lost);
    }
  }

  /** A rule and how many of its findings block. */
  public record Blocking(String ruleId, long findings) {}

  /** A cohort and whom it lacks, who would be in. */
  public record Lost(Text cohort, long patients) {}

  /** The findings of a rule at a centre, some of which somebody settled by a word. */
  public record Overridden(String ruleId, String centre, Settled settled) {}

  /**
   * What a centre need not answer.
   *
   * @param holds false if it ran out
   * @param findings how many are waived by it
   */
  public record Waived(Waiver waiver, boolean holds, long findings) {}

  /** What can happen between two submissions. */
  public enum What {
    PATIENTS_APPEARED(new Text("新患者", "new patients")),
    PATIENTS_VANISHED(new Text("消失的患者", "patients gone")),
    PATIENTS_RENAMED(new Text("更改编号", "renumbered")),
    VALUES_APPEARED(new Text("补充的值", "values added")),
    VALUES_CHANGED(new Text("更改的值", "values changed")),
    VALUES_LOST(new Text("丢失的值", "values lost")),
    READ_ANEW(new Text("读法改变", "read anew"));

    private final Text title;

    What(Text title) {
      this.title = title;
    }

    /** What it is, in words. */
    public Text title() {
      return title;
    }

    /** The code in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What changed between a centre's last submission and its present one.
   *
   * @param lastReceived the day on which the last one came, ISO
   * @param fields those of which most values changed or were lost
   */
  public record SinceLast(
      String centre,
      String workbook,
      String lastWorkbook,
      String lastReceived,
      Map<What, Long> counts,
      List<FieldCount> fields) {}

  /** How many values of a field. */
  public record FieldCount(Text field, long count) {}

  /** A mapped column that is missing at a centre, and the column that it seems to be now. */
  public record Rename(String centre, RenameProposal proposal) {}

  /**
   * A cohort with its flow.
   *
   * @param arms the titles of its arms by name
   * @param before how many members it had in the last run; nothing if there was no such cohort
   * @param flow the flow diagram, SVG
   */
  public record Cohort(
      String name,
      Text title,
      Map<String, Text> arms,
      OptionalLong before,
      Attrition attrition,
      String flow) {}

  /** A text that nobody understood. */
  public record Unread(Text field, String centre, String raw, long count) {}

  public Report {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(notComparable, "notComparable");
    Objects.requireNonNull(pairs, "pairs");
    warnings = List.copyOf(warnings);
    centres = List.copyOf(centres);
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    headlines = List.copyOf(headlines);
    standings = Map.copyOf(standings);
    sinceLast = List.copyOf(sinceLast);
    renames = List.copyOf(renames);
    cohorts = List.copyOf(cohorts);
    unread = List.copyOf(unread);
    Objects.requireNonNull(compared, "compared");
    Objects.requireNonNull(fresh, "fresh");
    inputs = List.copyOf(inputs);
  }
}
