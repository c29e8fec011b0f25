-- What each source brings (ledger.md 9), counted from the journal's entries in the transaction of their offsets: exact, whatever is restarted.
CREATE TABLE source (
  generation       int         NOT NULL,
  source           text COLLATE "C" NOT NULL,
  records          bigint      NOT NULL,
  backfilled       bigint      NOT NULL,
  last_recorded_at timestamptz,
  last_occurred_at timestamptz,
  heard_at         timestamptz,
  PRIMARY KEY (generation, source)
);
COMMENT ON COLUMN source.records IS 'Records that changed the ledger, initial loads left out.';
COMMENT ON COLUMN source.backfilled IS 'Records of initial loads that changed the ledger.';
COMMENT ON COLUMN source.last_recorded_at IS 'recordedAt of the latest of records; last_occurred_at is of the same one.';
COMMENT ON COLUMN source.heard_at IS 'What silence is reckoned from: latest recordedAt of what changed a figure other than by an initial load.';

CREATE TABLE source_unit (
  generation int  NOT NULL,
  source     text COLLATE "C" NOT NULL,
  unit       text COLLATE "C" NOT NULL,
  heard_at   timestamptz NOT NULL,
  PRIMARY KEY (generation, source, unit)
);
COMMENT ON TABLE source_unit IS 'Units whose figures a source has changed, and when last.';

CREATE TABLE source_pace (
  generation int         NOT NULL,
  source     text COLLATE "C" NOT NULL,
  begins_at  timestamptz NOT NULL,
  records    bigint      NOT NULL,
  PRIMARY KEY (generation, source, begins_at)
);
COMMENT ON TABLE source_pace IS 'Records by five minutes of recordedAt, kept for the 25 hours before the latest.';

GRANT SELECT, INSERT, UPDATE ON source, source_unit TO motcua_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON source_pace TO motcua_app;
