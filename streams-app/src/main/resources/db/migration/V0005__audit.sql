-- Results of audits: a recount from the event log, compared with the ledger and the journal. 0 differing and 0 unbalanced is the only good result.

CREATE TABLE audit (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  generation       int         NOT NULL,
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz NOT NULL,
  known_to         date,
  events           bigint      NOT NULL,
  dossiers         bigint      NOT NULL,
  cells            bigint      NOT NULL,
  differing        bigint      NOT NULL,
  unbalanced       bigint      NOT NULL,
  first_difference text
);
COMMENT ON COLUMN audit.known_to IS 'Last day of knowledge compared: what was learned later was still on its way; NULL: everything.';
COMMENT ON COLUMN audit.differing IS 'Figures of cells in which ledger, journal and recount are not one.';
COMMENT ON COLUMN audit.unbalanced IS 'Cells that break the identity of ledger.md 5, and transfers with one leg.';
CREATE INDEX audit_latest ON audit (generation, id);

GRANT SELECT, INSERT ON audit TO motcua_app;
