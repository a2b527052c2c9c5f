-- Every statement may be repeated: a kill can come between two of them, and neither database rolls
-- definitions back.

-- What a submission is compared with, and what is compared of it beside its patients.
CREATE TABLE IF NOT EXISTS submission_history (
  submission_id BIGINT NOT NULL PRIMARY KEY,
  previous_id BIGINT,
  reread_id BIGINT,
  chain CHAR(64) NOT NULL,
  key_mark VARCHAR(64) NOT NULL,
  data_cut DATE,
  date_system VARCHAR(4) NOT NULL,
  headers ${text} NOT NULL
) ${table_options};

-- What changed since the last submission, in the order of the patients' pseudonyms.
CREATE TABLE IF NOT EXISTS submission_change (
  row_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  submission_id BIGINT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  pid VARCHAR(40) NOT NULL,
  field VARCHAR(64) NOT NULL,
  before_value VARCHAR(1000) NOT NULL,
  now_value VARCHAR(1000) NOT NULL,
  before_cell ${text} NOT NULL,
  now_cell ${text} NOT NULL,
  cause VARCHAR(12) NOT NULL,
  rule_id VARCHAR(16) NOT NULL,
  INDEX change_submission (submission_id, row_id)
) ${table_options};

-- Mapped columns that are missing and seem to have another name now.
CREATE TABLE IF NOT EXISTS rename_proposal (
  submission_id BIGINT NOT NULL,
  position INT NOT NULL,
  proposal_id CHAR(12) NOT NULL,
  sheet VARCHAR(255) NOT NULL,
  old_header VARCHAR(1000) NOT NULL,
  new_header VARCHAR(1000) NOT NULL,
  fields ${text} NOT NULL,
  confidence INT NOT NULL,
  likeness INT NOT NULL,
  same_values INT NOT NULL,
  compared INT NOT NULL,
  samples ${text} NOT NULL,
  PRIMARY KEY (submission_id, position)
) ${table_options};
