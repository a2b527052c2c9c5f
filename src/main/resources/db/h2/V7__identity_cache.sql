-- The registry's largest tables: of 32 numbers at a time, the default, each draw is a transaction.
ALTER TABLE finding ALTER COLUMN row_id SET CACHE 1000;
ALTER TABLE submission_change ALTER COLUMN row_id SET CACHE 1000;
