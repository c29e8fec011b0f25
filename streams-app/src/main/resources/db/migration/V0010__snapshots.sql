-- Published reports and their vintages. A row is never changed and never deleted: a correction is another row, the next version of the same
-- subject (scope, period, split). The bytes are the canonical body of the report (ledger.md 1); the rows beside it are the same figures for SQL.

CREATE TABLE snapshot (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scope        text COLLATE "C" NOT NULL,
  from_day     date        NOT NULL,
  to_day       date        NOT NULL,
  split        text        NOT NULL CHECK (split IN ('NONE', 'FIELD', 'PROCEDURE')),
  version      int         NOT NULL CHECK (version >= 0),
  revises      bigint      REFERENCES snapshot,
  cut          date        NOT NULL,
  generation   int         NOT NULL,
  policy       text        NOT NULL,
  unit_tree    text        NOT NULL,
  calendar     text        NOT NULL,
  procedures   text        NOT NULL,
  form         text        NOT NULL,
  kind         text        CHECK (kind IN ('LATE_DATA', 'ERROR', 'METHOD')),
  reason       text,
  author       text        NOT NULL CHECK (author <> ''),
  made_at      timestamptz NOT NULL,
  sha256       bytea       NOT NULL CHECK (sha256 = sha256(body)),
  body         bytea       NOT NULL,
  CHECK (from_day <= to_day),
  CHECK ((version >= 2) = (kind IS NOT NULL AND reason IS NOT NULL AND reason <> '' AND revises IS NOT NULL))
);
COMMENT ON COLUMN snapshot.version IS '0: provisional; 1: final; 2 and more: revised.';
COMMENT ON COLUMN snapshot.author IS 'Who published it, as they are called in the office.';
-- Two people who publish at once: one of them is refused.
CREATE UNIQUE INDEX snapshot_version ON snapshot (scope, from_day, to_day, split, version) WHERE version > 0;
CREATE INDEX snapshot_latest ON snapshot (made_at DESC, id DESC);

CREATE TABLE snapshot_row (
  snapshot bigint NOT NULL REFERENCES snapshot,
  unit     text COLLATE "C" NOT NULL,
  part     text COLLATE "C" NOT NULL,
  total    boolean NOT NULL,
  figures  bigint[] NOT NULL,
  PRIMARY KEY (snapshot, total, unit, part)
);
COMMENT ON COLUMN snapshot_row.unit IS 'As printed; empty for the total.';
COMMENT ON COLUMN snapshot_row.figures IS 'The columns of a report row, in the order of contract.md.';

-- Who did what to published figures, also when it was refused.
CREATE TABLE snapshot_act (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  author   text        NOT NULL,
  act      text        NOT NULL CHECK (act IN ('PREPARED', 'PUBLISHED', 'REVISED', 'REFUSED')),
  snapshot bigint      REFERENCES snapshot,
  detail   text        NOT NULL
);
CREATE INDEX snapshot_act_of ON snapshot_act (snapshot, id);

CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %: what is published does not change, a correction is a new version', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER snapshot_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_row_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot_row EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot_act EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON snapshot, snapshot_row, snapshot_act TO motcua_app;
