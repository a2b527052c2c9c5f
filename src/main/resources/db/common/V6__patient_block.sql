-- Every statement may be repeated, as in V2.

-- What is stored of the patients cannot be read any more: their workbooks are read again, and there
-- is nothing that they could be compared with.
UPDATE submission SET state = 'superseded' WHERE state = 'current';

-- A patient of a submission. The columns of the fields are added from the list of fields.
DROP TABLE IF EXISTS patient;
CREATE TABLE patient (
  submission_id BIGINT NOT NULL,
  ordinal BIGINT NOT NULL,
  centre VARCHAR(64) NOT NULL,
  patient_no VARCHAR(255) NOT NULL,
  pid VARCHAR(40) NOT NULL,
  PRIMARY KEY (submission_id, ordinal),
  INDEX patient_order (submission_id, pid, ordinal)
) ${table_options};

-- The whole records of some patients in the order of their ordinals, in the program's own form.
DROP TABLE IF EXISTS patient_block;
CREATE TABLE patient_block (
  submission_id BIGINT NOT NULL,
  first_ordinal BIGINT NOT NULL,
  records ${bytes} NOT NULL,
  PRIMARY KEY (submission_id, first_ordinal)
) ${table_options};
