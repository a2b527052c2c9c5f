package org.denovo.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The registry's database. Its calls take part in the caller's transaction where there is one.
 *
 * @param runs the runs of all jobs
 * @param submissions the workbooks that came in
 * @param patients the patients of each submission
 * @param findings what the rules found
 * @param rulings what was said of findings
 * @param history what each submission followed
 * @param changes what changed since each centre's last submission
 * @param pairs what people decided of pairs of records
 * @param cuts the runs that are frozen
 * @param exports what left the registry
 */
public record Store(
    Runs runs,
    Submissions submissions,
    Patients patients,
    Findings findings,
    Rulings rulings,
    History history,
    Changes changes,
    PairDecisions pairs,
    Cuts cuts,
    Exports exports) {

  /** The store in a migrated database. */
  public static Store in(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Findings findings = new Findings(jdbc);
    return new Store(
        new Runs(jdbc),
        new Submissions(jdbc),
        new Patients(jdbc),
        findings,
        new Rulings(jdbc, findings),
        new History(jdbc),
        new Changes(jdbc, findings),
        new PairDecisions(jdbc),
        new Cuts(jdbc),
        new Exports(jdbc));
  }
}
