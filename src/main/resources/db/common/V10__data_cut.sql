-- A published run that was frozen: what it was made from is kept in a folder of that name, and the
-- folder's list of contents is known here by its hash.
CREATE TABLE IF NOT EXISTS data_cut (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  job VARCHAR(100) NOT NULL,
  run_id VARCHAR(40) NOT NULL,
  as_of DATE NOT NULL,
  locked DATE NOT NULL,
  sha256 CHAR(64) NOT NULL,
  CONSTRAINT data_cut_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) ${table_options};

-- The submissions that a cut stands on. No such submission can be deleted, whatever replaced it.
CREATE TABLE IF NOT EXISTS data_cut_submission (
  name VARCHAR(64) NOT NULL,
  submission_id BIGINT NOT NULL,
  PRIMARY KEY (name, submission_id),
  CONSTRAINT data_cut_pin FOREIGN KEY (submission_id) REFERENCES submission (submission_id)
) ${table_options};
