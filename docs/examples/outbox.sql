-- The outbox of a one-stop system: one row for each event, written in the transaction of what it tells.
-- PostgreSQL 15 or later. Run as the owner of the database; the password is set apart (\password motcua_reader).

CREATE SCHEMA motcua;

CREATE TABLE motcua.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A canonical event: codes and times, no names, numbers or addresses of citizens.
  payload jsonb NOT NULL,
  -- The transaction that wrote the row; polling cannot miss a late commit because of it. Never set by hand.
  written_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  written_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX outbox_written_by ON motcua.outbox (written_by);

-- Both ways of reading need no more than this.
CREATE ROLE motcua_reader LOGIN;
GRANT USAGE ON SCHEMA motcua TO motcua_reader;
GRANT SELECT (id, payload, written_by) ON motcua.outbox TO motcua_reader;

-- Debezium only; wal_level = logical. Other columns and other tables never leave the database.
ALTER ROLE motcua_reader REPLICATION;
CREATE PUBLICATION motcua FOR TABLE motcua.outbox (id, payload) WITH (publish = 'insert');
