-- Every statement may be repeated: a kill can come between two of them, and neither database rolls
-- definitions back.

-- A run of a job: the same content hash is the same run, resumed.
CREATE TABLE IF NOT EXISTS run (
  run_id VARCHAR(40) NOT NULL PRIMARY KEY,
  job VARCHAR(100) NOT NULL,
  content_hash CHAR(64) NOT NULL,
  as_of DATE NOT NULL,
  state VARCHAR(12) NOT NULL,
  started DATETIME(6) NOT NULL,
  finished DATETIME(6)
) ${table_options};

-- A workbook as a centre sent it. Its patients count from the moment its state is 'current'.
CREATE TABLE IF NOT EXISTS submission (
  submission_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  run_id VARCHAR(40) NOT NULL,
  centre VARCHAR(64) NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  reading_hash CHAR(64) NOT NULL,
  received DATE NOT NULL,
  state VARCHAR(12) NOT NULL,
  reason VARCHAR(40),
  reason_zh VARCHAR(2000),
  reason_en VARCHAR(2000),
  patients BIGINT NOT NULL,
  superseded_by VARCHAR(40),
  CONSTRAINT submission_run FOREIGN KEY (run_id) REFERENCES run (run_id),
  INDEX submission_state (state, centre)
) ${table_options};

-- How the rows of each sheet were accounted for.
CREATE TABLE IF NOT EXISTS sheet_ledger (
  submission_id BIGINT NOT NULL,
  position INT NOT NULL,
  sheet VARCHAR(255) NOT NULL,
  seen BIGINT NOT NULL,
  blank BIGINT NOT NULL,
  header BIGINT NOT NULL,
  legend BIGINT NOT NULL,
  total BIGINT NOT NULL,
  patient_rows BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  PRIMARY KEY (submission_id, position)
) ${table_options};

-- A patient of a submission. The columns of the fields are added from the list of fields.
CREATE TABLE IF NOT EXISTS patient (
  submission_id BIGINT NOT NULL,
  ordinal BIGINT NOT NULL,
  centre VARCHAR(64) NOT NULL,
  patient_no VARCHAR(255) NOT NULL,
  pid VARCHAR(40) NOT NULL,
  record ${bytes} NOT NULL,
  PRIMARY KEY (submission_id, ordinal),
  INDEX patient_pid (pid)
) ${table_options};

-- What the rules found; findings of no single submission are made anew by each run.
CREATE TABLE IF NOT EXISTS finding (
  row_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  submission_id BIGINT,
  finding_id CHAR(12) NOT NULL,
  centre VARCHAR(64) NOT NULL,
  patient_no VARCHAR(255),
  pid VARCHAR(40),
  rule_id VARCHAR(16) NOT NULL,
  severity VARCHAR(8) NOT NULL,
  fields VARCHAR(1000) NOT NULL,
  cells ${text} NOT NULL,
  says_zh ${text} NOT NULL,
  says_en ${text} NOT NULL,
  INDEX finding_submission (submission_id, row_id)
) ${table_options};

-- The denominator of each rule.
CREATE TABLE IF NOT EXISTS rule_count (
  submission_id BIGINT NOT NULL,
  rule_id VARCHAR(16) NOT NULL,
  judged BIGINT NOT NULL,
  broken BIGINT NOT NULL,
  not_applicable BIGINT NOT NULL,
  PRIMARY KEY (submission_id, rule_id)
) ${table_options};

-- A finding across nights.
CREATE TABLE IF NOT EXISTS finding_life (
  finding_id CHAR(12) NOT NULL PRIMARY KEY,
  state VARCHAR(12) NOT NULL,
  first_seen DATE NOT NULL,
  last_seen DATE NOT NULL
) ${table_options};

-- Who is at work.
CREATE TABLE IF NOT EXISTS lease (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  holder VARCHAR(255) NOT NULL
) ${table_options};
