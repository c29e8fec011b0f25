-- The page counts what is due soon, and what is overdue, of every unit whenever somebody looks. One index for both buckets had to open each
-- dossier to tell them apart; one for each is as small together, and a count reads nothing else.
CREATE INDEX dossier_in_time ON dossier (generation, unit, due_at) WHERE bucket = 1;
CREATE INDEX dossier_overdue ON dossier (generation, unit, due_at) WHERE bucket = 2;
DROP INDEX dossier_open;
