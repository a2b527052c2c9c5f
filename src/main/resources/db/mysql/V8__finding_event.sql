-- Every statement may be repeated, as in V2. MySQL cannot add a column only where it is
-- missing, so each is asked for first.

-- What a finding was found on (a hash of the values that the rule read), what was decided of it and
-- until when, and how a rule ended beside judged and broken.

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'finding' AND column_name = 'inputs') = 0,
  'ALTER TABLE finding ADD COLUMN inputs VARCHAR(16) DEFAULT '''' NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'finding_life' AND column_name = 'rule_id') = 0,
  'ALTER TABLE finding_life ADD COLUMN rule_id VARCHAR(16) DEFAULT '''' NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'finding_life' AND column_name = 'rule_version') = 0,
  'ALTER TABLE finding_life ADD COLUMN rule_version INT DEFAULT 0 NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'finding_life' AND column_name = 'inputs') = 0,
  'ALTER TABLE finding_life ADD COLUMN inputs VARCHAR(16) DEFAULT '''' NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'finding_life' AND column_name = 'expires') = 0,
  'ALTER TABLE finding_life ADD COLUMN expires DATE',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'rule_count' AND column_name = 'rare') = 0,
  'ALTER TABLE rule_count ADD COLUMN rare BIGINT DEFAULT 0 NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'rule_count' AND column_name = 'held_back') = 0,
  'ALTER TABLE rule_count ADD COLUMN held_back BIGINT DEFAULT 0 NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

SET @add = IF(
  (SELECT COUNT(*) FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'rule_count' AND column_name = 'errors') = 0,
  'ALTER TABLE rule_count ADD COLUMN errors BIGINT DEFAULT 0 NOT NULL',
  'DO 0');
PREPARE add_column FROM @add;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;

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
