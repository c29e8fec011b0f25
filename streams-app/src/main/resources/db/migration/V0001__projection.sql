-- The read model of one or more ledger generations. Owned by motcua_owner; motcua_app reads and writes rows, and may not change
-- the schema. Key columns hold '' where the ledger has no value, never NULL. Codes are the ordinals of the enums of the same name,
-- spelt out in the tables bucket, counter and channel.
-- Keys begin with what tells rows apart, so that looking one up compares little.
-- Codes sort by bytes (COLLATE "C"): the same order everywhere, and compared far faster than as language.

CREATE TABLE sink_offset (
  generation  int         NOT NULL,
  topic       text COLLATE "C" NOT NULL,
  part        int         NOT NULL,
  next_offset bigint      NOT NULL,
  applied_at  timestamptz,
  PRIMARY KEY (generation, topic, part)
);
COMMENT ON TABLE sink_offset IS 'Next offset to read, moved in the transaction of the rows; its old value fences out a second sink.';
COMMENT ON COLUMN sink_offset.applied_at IS 'Latest recordedAt among the records read so far: freshness.';

CREATE TABLE bucket (code smallint PRIMARY KEY, name text NOT NULL UNIQUE);
INSERT INTO bucket VALUES
  (0, 'NONE'), (1, 'OPEN_IN_TIME'), (2, 'OPEN_OVERDUE'), (3, 'OPEN_UNDATED'), (4, 'SUSPENDED'), (5, 'CLOSED_EARLY'),
  (6, 'CLOSED_ON_TIME'), (7, 'CLOSED_LATE'), (8, 'CLOSED_UNDATED'), (9, 'REFUSED'), (10, 'WITHDRAWN');

CREATE TABLE counter (code smallint PRIMARY KEY, name text NOT NULL UNIQUE);
INSERT INTO counter VALUES
  (0, 'COMPONENTS_DIGITISED'), (1, 'COMPONENTS_PARTIAL'), (2, 'FEE_PAID'), (3, 'FEE_PAID_ONLINE'), (4, 'RESULTS_DIGITISED'),
  (5, 'LATE_APOLOGISED'), (6, 'SAME_DAY'), (7, 'LATE_FIRST_DUE');

CREATE TABLE channel (code smallint PRIMARY KEY, name text NOT NULL UNIQUE);
INSERT INTO channel VALUES (0, 'ONLINE'), (1, 'DIRECT'), (2, 'POSTAL');

-- The journal: append-only. A page holds the legs that one batch wrote into the books of one unit and month, column by column: element n of
-- every array is leg n. The view posting gives one row a leg. Legs are looked up by unit and month, or by dossier, whose row says in which
-- books to look. Nothing here keeps a leg from being written twice: sink_offset does, moved in the same transaction.
CREATE TABLE posting_page (
  generation  int         NOT NULL,
  unit        text COLLATE "C" NOT NULL,
  month       date        NOT NULL,
  known_to    date        NOT NULL,
  source      text COLLATE "C" NOT NULL,
  policy      text        NOT NULL,
  backfill    boolean     NOT NULL,
  applied_at  timestamptz NOT NULL,
  dossier_id  text[]      NOT NULL,
  sequence    bigint[]    NOT NULL,
  leg         smallint[]  NOT NULL,
  counterpart text[]      NOT NULL,
  procedure   text[]      NOT NULL,
  field       text[]      NOT NULL,
  channel     smallint[]  NOT NULL,
  from_bucket smallint[]  NOT NULL,
  to_bucket   smallint[]  NOT NULL,
  counter     smallint[]  NOT NULL,
  count       smallint[]  NOT NULL,
  counts_on   date[]      NOT NULL,
  known_on    date[]      NOT NULL,
  cause       text[]      NOT NULL
) PARTITION BY RANGE (month);
COMMENT ON COLUMN posting_page.month IS 'First day of the month in which its legs count.';
COMMENT ON COLUMN posting_page.known_to IS 'Latest known_on of its legs.';
COMMENT ON COLUMN posting_page.applied_at IS 'Latest recordedAt among the records that caused its legs.';
-- Ids hardly shrink and would cost an eighth of the server's time while a log is read.
ALTER TABLE posting_page ALTER COLUMN dossier_id SET STORAGE EXTERNAL, ALTER COLUMN cause SET STORAGE EXTERNAL;
CREATE INDEX posting_page_by_unit ON posting_page (generation, unit, month);

-- Columns of the page whose names begin with page_ let a query pass over pages without opening them.
CREATE VIEW posting AS SELECT
  generation, source, unnest(dossier_id) AS dossier_id, unnest(sequence) AS sequence, unnest(leg) AS leg, unit,
  unnest(counterpart) AS counterpart, unnest(procedure) AS procedure, unnest(field) AS field, unnest(channel) AS channel,
  unnest(from_bucket) AS from_bucket, unnest(to_bucket) AS to_bucket, unnest(counter) AS counter, unnest(count) AS count,
  unnest(counts_on) AS counts_on, unnest(known_on) AS known_on, unnest(cause) AS cause, policy, backfill, applied_at,
  month AS page_month, known_to AS page_known_to, dossier_id AS page_dossiers
FROM posting_page;

-- Months between are made on demand; days outside are so rare, and so likely wrong, that they share two tables.
CREATE TABLE posting_before_2000 PARTITION OF posting_page FOR VALUES FROM (MINVALUE) TO ('2000-01-01');
CREATE TABLE posting_from_2100 PARTITION OF posting_page FOR VALUES FROM ('2100-01-01') TO (MAXVALUE);

-- Attaching takes a lock that neither readers nor writers wait for; CREATE TABLE ... PARTITION OF would stop both.
CREATE FUNCTION ensure_posting_month(day date) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = motcua, pg_temp AS $$
DECLARE
  first_day date := date_trunc('month', day::timestamp)::date;
  next_month date := (first_day + interval '1 month')::date;
  child text := 'posting_' || to_char(first_day, 'YYYY_MM');
BEGIN
  IF day < DATE '2000-01-01' OR day >= DATE '2100-01-01' THEN
    RETURN '';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('motcua.posting'));
  IF to_regclass('motcua.' || child) IS NULL THEN
    EXECUTE format('CREATE TABLE motcua.%I (LIKE motcua.posting_page INCLUDING CONSTRAINTS INCLUDING STORAGE)', child);
    EXECUTE format('ALTER TABLE motcua.posting_page ATTACH PARTITION motcua.%I FOR VALUES FROM (%L) TO (%L)', child, first_day, next_month);
  END IF;
  RETURN child;
END $$;
REVOKE ALL ON FUNCTION ensure_posting_month(date) FROM PUBLIC;

-- Absolute sums of one cell. Rows are rewritten often while their day is young: room on the page keeps that off the indexes.
CREATE TABLE ledger (
  generation           int    NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  field                text COLLATE "C" NOT NULL,
  counterpart          text COLLATE "C" NOT NULL,
  counts_on            date   NOT NULL,
  known_on             date   NOT NULL,
  received_online      bigint NOT NULL,
  received_direct      bigint NOT NULL,
  received_postal      bigint NOT NULL,
  transferred_in       bigint NOT NULL,
  transferred_out      bigint NOT NULL,
  open_in_time         bigint NOT NULL,
  open_overdue         bigint NOT NULL,
  open_undated         bigint NOT NULL,
  suspended            bigint NOT NULL,
  closed_early         bigint NOT NULL,
  closed_on_time       bigint NOT NULL,
  closed_late          bigint NOT NULL,
  closed_undated       bigint NOT NULL,
  refused              bigint NOT NULL,
  withdrawn            bigint NOT NULL,
  components_digitised bigint NOT NULL,
  components_partial   bigint NOT NULL,
  fee_paid             bigint NOT NULL,
  fee_paid_online      bigint NOT NULL,
  results_digitised    bigint NOT NULL,
  late_apologised      bigint NOT NULL,
  same_day             bigint NOT NULL,
  late_first_due       bigint NOT NULL,
  policy               text   NOT NULL,
  applied_at           timestamptz NOT NULL,
  topic_part           int    NOT NULL,
  topic_offset         bigint NOT NULL,
  PRIMARY KEY (generation, unit, counts_on, known_on, field, counterpart)
) WITH (fillfactor = 70);

CREATE TABLE dossier (
  generation   int         NOT NULL,
  source       text COLLATE "C" NOT NULL,
  dossier_id   text COLLATE "C" NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  procedure    text COLLATE "C" NOT NULL,
  field        text COLLATE "C" NOT NULL,
  channel      smallint,
  bucket       smallint    NOT NULL,
  received_at  timestamptz,
  due_at       timestamptz,
  first_due_at timestamptz,
  closed_at    timestamptz,
  sequence     bigint      NOT NULL,
  policy       text        NOT NULL,
  applied_at   timestamptz NOT NULL,
  other_books  text[],
  books_from   date,
  marked       boolean     NOT NULL,
  PRIMARY KEY (dossier_id, source, generation)
) WITH (fillfactor = 80);
COMMENT ON COLUMN dossier.other_books IS 'Other units in whose books it has postings, reversed ones included; NULL: none.';
COMMENT ON COLUMN dossier.books_from IS 'Earliest day for which one of its postings counts; NULL without postings.';
COMMENT ON COLUMN dossier.marked IS 'Whether it ever had a mark: most never have, and need no look at dossier_mark.';
CREATE INDEX dossier_open ON dossier (generation, unit, due_at) WHERE bucket IN (1, 2);

CREATE TABLE dossier_mark (
  generation int  NOT NULL,
  source     text COLLATE "C" NOT NULL,
  dossier_id text COLLATE "C" NOT NULL,
  code       text COLLATE "C" NOT NULL,
  unit       text COLLATE "C" NOT NULL,
  detail     text COLLATE "C" NOT NULL,
  known_on   date NOT NULL,
  ended_on   date,
  PRIMARY KEY (dossier_id, source, generation, code, unit, detail, known_on)
);
CREATE INDEX dossier_mark_by_unit ON dossier_mark (generation, unit, known_on);

CREATE TABLE dead_letter (
  generation   int  NOT NULL,
  fingerprint  text COLLATE "C" NOT NULL,
  reason       text COLLATE "C" NOT NULL,
  input        text NOT NULL,
  position     text NOT NULL,
  offset_bytes bigint,
  length_bytes bigint,
  source       text COLLATE "C" NOT NULL,
  stage        text NOT NULL,
  kept         jsonb NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (generation, fingerprint, reason)
);
COMMENT ON TABLE dead_letter IS 'Pointers to records that could not be read; never their values.';

-- window_code BALANCE holds the balances at the end of as_of; every other row the flows of a window. Amounts in the order of Measure.
CREATE TABLE unit_totals (
  generation   int         NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  window_code  text COLLATE "C" NOT NULL,
  from_day     date        NOT NULL,
  as_of        date        NOT NULL,
  amounts      bigint[]    NOT NULL,
  policy       text        NOT NULL,
  applied_at   timestamptz NOT NULL,
  topic_part   int         NOT NULL,
  topic_offset bigint      NOT NULL,
  PRIMARY KEY (generation, unit, window_code)
) WITH (fillfactor = 50);

CREATE TABLE ratio (
  generation   int         NOT NULL,
  scope        text COLLATE "C" NOT NULL,
  window_code  text COLLATE "C" NOT NULL,
  ratio        text COLLATE "C" NOT NULL,
  numerator    bigint      NOT NULL,
  denominator  bigint      NOT NULL,
  as_of        date        NOT NULL,
  policy       text        NOT NULL,
  applied_at   timestamptz NOT NULL,
  topic_part   int         NOT NULL,
  topic_offset bigint      NOT NULL,
  PRIMARY KEY (generation, scope, window_code, ratio)
) WITH (fillfactor = 50);

-- Least rights: the journal takes no UPDATE and no DELETE, the offsets no DELETE.
GRANT USAGE ON SCHEMA motcua TO motcua_app;
GRANT SELECT ON ALL TABLES IN SCHEMA motcua TO motcua_app;
GRANT INSERT ON posting_page TO motcua_app;
GRANT INSERT, UPDATE ON sink_offset, ledger, dossier, unit_totals, ratio TO motcua_app;
GRANT INSERT, DELETE ON dossier_mark TO motcua_app;
GRANT INSERT ON dead_letter TO motcua_app;
GRANT EXECUTE ON FUNCTION ensure_posting_month(date) TO motcua_app;
