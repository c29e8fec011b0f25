-- The policy each generation of the ledger is built under. Another policy is another ledger (ledger.md 8), so rows never change.

CREATE TABLE ledger_generation (
  generation int         PRIMARY KEY,
  policy     text        NOT NULL,
  timeliness text        NOT NULL,
  closes     text        NOT NULL,
  supplement text        NOT NULL,
  begun_at   timestamptz NOT NULL
);

GRANT SELECT, INSERT ON ledger_generation TO motcua_app;
