-- Who was told what of the alerts (docs/notifications.md). Addresses stand here and in configuration only.

-- One message: a transition for an addressee, or an addressee's digest of a day.
CREATE TABLE delivery (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel    text        NOT NULL CHECK (channel IN ('EMAIL', 'ZALO', 'WEBHOOK', 'ALERTMANAGER')),
  address    text COLLATE "C" NOT NULL,
  digest_day date,
  key        text COLLATE "C" NOT NULL UNIQUE,
  due_at     timestamptz NOT NULL,
  state      text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'EMPTY')),
  attempts   int         NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL,
  subject    text,
  plain      text,
  html       text,
  fault      text,
  made_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  UNIQUE (channel, address, digest_day),
  CHECK ((subject IS NULL) = (plain IS NULL) AND (subject IS NULL) = (html IS NULL))
);
COMMENT ON COLUMN delivery.key IS 'Message-ID or Idempotency-Key, the same at every attempt.';
COMMENT ON COLUMN delivery.state IS 'SENDING: handed to the channel, no answer kept yet; tried again at next_at. EMPTY: a digest without anything to say.';
COMMENT ON COLUMN delivery.next_at IS 'When it is tried (again).';
COMMENT ON COLUMN delivery.subject IS 'Text as fixed before the first attempt.';
COMMENT ON COLUMN delivery.fault IS 'What the last attempt ended with, when it did not succeed.';
CREATE INDEX delivery_open ON delivery (channel, next_at, id) WHERE state IN ('PENDING', 'SENDING');

-- One transition for one addressee: in a message, or dropped with the reason.
CREATE TABLE notification (
  transition text COLLATE "C" NOT NULL REFERENCES alert_transition,
  channel    text        NOT NULL,
  address    text COLLATE "C" NOT NULL,
  delivery   bigint      REFERENCES delivery,
  dropped    text        CHECK (dropped IN ('BACKFILL', 'TOO_OLD', 'NO_ADDRESSEE')),
  made_at    timestamptz NOT NULL,
  PRIMARY KEY (transition, channel, address),
  CHECK ((delivery IS NULL) = (dropped IS NOT NULL))
);
CREATE INDEX notification_of ON notification (delivery);
CREATE TRIGGER notification_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON notification EXECUTE FUNCTION refuse_change();

-- How far transitions were made into notifications, and of which day the digests were opened. One row; its lock lets one notifier at a time.
CREATE TABLE notification_cursor (
  single     boolean PRIMARY KEY DEFAULT true CHECK (single),
  position   bigint  NOT NULL,
  digest_day date    NOT NULL
);
INSERT INTO notification_cursor (position, digest_day) VALUES (-1, '-infinity');

GRANT SELECT, INSERT, UPDATE ON delivery TO motcua_app;
GRANT SELECT, INSERT ON notification TO motcua_app;
GRANT SELECT, UPDATE ON notification_cursor TO motcua_app;
