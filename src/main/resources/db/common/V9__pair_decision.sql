-- What people decided of two records, by their pseudonyms. The latest on a pair holds; the others
-- stay, so that it can be told who thought what.
CREATE TABLE IF NOT EXISTS pair_decision (
  decision_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  pid_one VARCHAR(40) NOT NULL,
  pid_other VARCHAR(40) NOT NULL,
  verdict VARCHAR(12) NOT NULL,
  decided_by VARCHAR(200) NOT NULL,
  reason VARCHAR(1000) NOT NULL,
  decided_on DATE NOT NULL
) ${table_options};
