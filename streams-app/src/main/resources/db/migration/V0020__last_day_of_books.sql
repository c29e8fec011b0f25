-- With it a dossier's legs are looked for in the months that can hold some, not in all from the first on.

ALTER TABLE dossier ADD COLUMN books_to date;
COMMENT ON COLUMN dossier.books_to IS 'Latest day for which one of its postings counts; NULL without postings, and where an earlier release did not keep it.';
