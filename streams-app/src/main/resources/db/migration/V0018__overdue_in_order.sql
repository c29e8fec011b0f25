-- The first page of what is longest overdue in many units together: read in its order until the page is full, not gathered and sorted whole.
CREATE INDEX dossier_overdue_in_order ON dossier (generation, due_at, source, dossier_id) WHERE bucket = 2;
