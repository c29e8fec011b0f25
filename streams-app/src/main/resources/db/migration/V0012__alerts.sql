-- Alerts (ledger.md 9). What was told is a fact: it belongs to no generation of the ledger and is never changed.
CREATE TABLE alert_transition (
  id           text COLLATE "C" PRIMARY KEY,
  position     bigint      NOT NULL UNIQUE,
  alert        text COLLATE "C" NOT NULL,
  rule         text COLLATE "C" NOT NULL,
  scope        text COLLATE "C" NOT NULL,
  window_code  text        NOT NULL,
  window_from  date        NOT NULL,
  number       bigint      NOT NULL,
  kind         text        NOT NULL,
  severity     text,
  reason       text,
  late         bigint      NOT NULL,
  dated        bigint      NOT NULL,
  open_in_time bigint      NOT NULL,
  open_overdue bigint      NOT NULL,
  cause        text        NOT NULL,
  at           timestamptz NOT NULL,
  backfill     boolean     NOT NULL,
  until        timestamptz,
  dossier_id   text,
  found_by     int         NOT NULL
);
COMMENT ON COLUMN alert_transition.position IS 'Offset in the topic motcua.alerts: the order in which it became known.';
COMMENT ON COLUMN alert_transition.alert IS 'Rule, scope and first day of the window.';
COMMENT ON COLUMN alert_transition.found_by IS 'Generation of the ledger that found it; it outlives that ledger.';
CREATE INDEX alert_transition_of ON alert_transition (alert, number);
CREATE INDEX alert_transition_scope ON alert_transition (scope, position);
CREATE TRIGGER alert_transition_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_transition EXECUTE FUNCTION refuse_change();

-- Who did what with an alert, and why; the topic motcua.alert-acts holds the id only, for names stand in no topic.
CREATE TABLE alert_act (
  id     text COLLATE "C" PRIMARY KEY,
  alert  text COLLATE "C" NOT NULL,
  act    text        NOT NULL CHECK (act IN ('ACKNOWLEDGE', 'UNDO')),
  author text        NOT NULL CHECK (author <> ''),
  note   text        NOT NULL,
  until  timestamptz,
  at     timestamptz NOT NULL
);
CREATE INDEX alert_act_of ON alert_act (alert, at);
CREATE TRIGGER alert_act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_act EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON alert_transition, alert_act TO motcua_app;
