-- How far the record of exports goes: the number and the hash of its last line. Without it, lines
-- taken from the end would leave a record in which nothing is missing.
CREATE TABLE IF NOT EXISTS export_head (
  id INT NOT NULL PRIMARY KEY,
  line_no BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL
) ${table_options};

DELETE FROM export_head;

INSERT INTO export_head (id, line_no, sha256)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

UPDATE export_head
SET line_no = (SELECT COALESCE(MAX(line_no), 0) FROM export_line)
WHERE id = 1;

UPDATE export_head
SET sha256 = (SELECT line.sha256 FROM export_line line WHERE line.line_no = export_head.line_no)
WHERE line_no > 0;
