ALTER TABLE procedure ADD COLUMN recorded_on date;
COMMENT ON COLUMN procedure.recorded_on IS 'Day from which the row is known; NULL: known at every cut.';
