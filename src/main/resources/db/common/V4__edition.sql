-- What a published run was made with: the editions of its mappings, words, rules and cohorts.
CREATE TABLE IF NOT EXISTS run_edition (
  run_id VARCHAR(40) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  name VARCHAR(190) NOT NULL,
  version VARCHAR(100) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  PRIMARY KEY (run_id, kind, name)
) ${table_options};
