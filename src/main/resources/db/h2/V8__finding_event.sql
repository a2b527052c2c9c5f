-- Every statement may be repeated, as in V2. The twin for a server differs in how a column is added once.

-- What a finding was found on (a hash of the values that the rule read), what was decided of it and
-- until when, and how a rule ended beside judged and broken.
ALTER TABLE finding ADD COLUMN IF NOT EXISTS inputs VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE finding_life ADD COLUMN IF NOT EXISTS rule_id VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE finding_life ADD COLUMN IF NOT EXISTS rule_version INT DEFAULT 0 NOT NULL;
ALTER TABLE finding_life ADD COLUMN IF NOT EXISTS inputs VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE finding_life ADD COLUMN IF NOT EXISTS expires DATE;
ALTER TABLE rule_count ADD COLUMN IF NOT EXISTS rare BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE rule_count ADD COLUMN IF NOT EXISTS held_back BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE rule_count ADD COLUMN IF NOT EXISTS errors BIGINT DEFAULT 0 NOT NULL;

-- What happened to a finding and who did it; rows are only added.
CREATE TABLE IF NOT EXISTS finding_event (
  event_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  finding_id CHAR(12) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  actor VARCHAR(100) NOT NULL,
  happened DATETIME(6) NOT NULL,
  reason VARCHAR(40) NOT NULL,
  why VARCHAR(1000) NOT NULL,
  expires DATE,
  before_state VARCHAR(12) NOT NULL,
  after_state VARCHAR(12) NOT NULL,
  before_inputs VARCHAR(16) NOT NULL,
  after_inputs VARCHAR(16) NOT NULL,
  run_id VARCHAR(40),
  INDEX event_finding (finding_id, event_id)
) ${table_options};

-- What a centre need not answer, by rule, until when; the last row of a rule and centre counts.
CREATE TABLE IF NOT EXISTS waiver (
  waiver_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  rule_id VARCHAR(16) NOT NULL,
  centre VARCHAR(64) NOT NULL,
  actor VARCHAR(100) NOT NULL,
  happened DATETIME(6) NOT NULL,
  why VARCHAR(1000) NOT NULL,
  expires DATE NOT NULL
) ${table_options};

-- Rules that failed on a patient: a bug, and no verdict.
CREATE TABLE IF NOT EXISTS rule_error (
  submission_id BIGINT NOT NULL,
  rule_id VARCHAR(16) NOT NULL,
  pid VARCHAR(40) NOT NULL,
  what VARCHAR(500) NOT NULL,
  PRIMARY KEY (submission_id, rule_id, pid)
) ${table_options};
