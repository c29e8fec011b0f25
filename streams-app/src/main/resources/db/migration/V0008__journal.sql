-- Whether a generation keeps the journal of postings beside its ledger (decision 13). What was not written cannot be made up for, so this is
-- said once, when the generation is begun, and rows never change.
ALTER TABLE ledger_generation ADD COLUMN journal boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN ledger_generation.journal IS 'Whether posting_page and the sums by procedure are written.';

ALTER TABLE audit ADD COLUMN journal boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN audit.journal IS 'Whether there was a journal to compare; without: ledger and recount alone.';
