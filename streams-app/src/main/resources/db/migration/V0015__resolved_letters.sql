-- A record that was read again and can be read now leaves its dead letter behind as history; reports, counts and lists leave it out.
ALTER TABLE dead_letter ADD COLUMN resolved_at timestamptz;
COMMENT ON COLUMN dead_letter.resolved_at IS 'When it was read again without this reason; null while it stands open.';
CREATE INDEX dead_letter_open ON dead_letter (generation, source, reason, fingerprint) WHERE resolved_at IS NULL;
GRANT UPDATE (resolved_at) ON dead_letter TO motcua_app;
