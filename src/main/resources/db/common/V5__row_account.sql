-- Every statement may be repeated, as in V2.

-- Which rows of each sheet were of which kind; the kinds of a sheet add up to the rows seen.
CREATE TABLE IF NOT EXISTS row_account (
  submission_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  sheet VARCHAR(255) NOT NULL,
  seen INT NOT NULL,
  row_count INT NOT NULL,
  first_rows VARCHAR(500) NOT NULL,
  PRIMARY KEY (submission_id, position, kind)
) ${table_options};

-- It knew counts only. Its workbooks are read again, because the program reads them otherwise now.
DROP TABLE IF EXISTS sheet_ledger;
