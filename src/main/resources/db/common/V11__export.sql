-- What left the registry: a line for each cohort of a published run and of an extract of a cut. Lines
-- are only added; each holds the hash of the one before, so that a line that was changed or taken out
-- is noticed.
CREATE TABLE IF NOT EXISTS export_line (
  line_no BIGINT NOT NULL PRIMARY KEY,
  job VARCHAR(100) NOT NULL,
  run_id VARCHAR(40) NOT NULL,
  cut VARCHAR(64) NOT NULL,
  cohort VARCHAR(100) NOT NULL,
  cohort_version VARCHAR(40) NOT NULL,
  as_of DATE NOT NULL,
  exported_by VARCHAR(200) NOT NULL,
  profile VARCHAR(20) NOT NULL,
  small_cells INT NOT NULL,
  k INT NOT NULL,
  purpose VARCHAR(2000) NOT NULL,
  approval VARCHAR(200) NOT NULL,
  patients BIGINT NOT NULL,
  files ${text} NOT NULL,
  sha256 CHAR(64) NOT NULL
) ${table_options};
