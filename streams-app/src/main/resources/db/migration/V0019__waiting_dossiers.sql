-- Those that wait or have no due are behind a figure of the report too; with it each open bucket has an index.
CREATE INDEX dossier_waiting ON dossier (generation, unit) WHERE bucket IN (3, 4);
