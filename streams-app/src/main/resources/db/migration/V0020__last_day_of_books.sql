-- With it a dossier's legs are looked for in the months that can hold some, not in all from the first on; and where it is known of all
-- dossiers of a unit, their legs add up to where they stand.

ALTER TABLE dossier ADD COLUMN books_to date;
COMMENT ON COLUMN dossier.books_to IS 'Latest day for which one of its postings counts; NULL without postings, while an event is dated after the clock, and where an earlier release did not keep it.';

CREATE INDEX dossier_open_books ON dossier (generation, unit) WHERE books_to IS NULL AND books_from IS NOT NULL;
