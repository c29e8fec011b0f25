-- Closings: sums that a report takes instead of the cells and legs of the past. A posting belongs to its later day, counts_on or known_on;
-- when that day is closed, it is summed by both days, and when the month is, by the months of both, and added to the balances at the
-- month's end. Whatever is learned afterwards belongs to a later day, so a stored sum never changes. Only back-fill can learn something
-- for a closed day: it opens that day, its month and everything later again, and they are closed anew. Months are their first days.
-- Rows of opened days and months are leftovers until then, and read by nobody.

CREATE TABLE closed_day (
  generation int  PRIMARY KEY,
  day        date NOT NULL
);
COMMENT ON TABLE closed_day IS 'The last closed day.';

CREATE TABLE closed_month (
  generation int  NOT NULL,
  month      date NOT NULL,
  PRIMARY KEY (generation, month)
);
COMMENT ON TABLE closed_month IS 'Months with balances. Sums by month hold up to the last of them.';

-- Of each unit, from the ledger. Cells are apart that were learned on another day than they count on; they are few.
CREATE TABLE unit_day (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  counterpart          text COLLATE "C" NOT NULL,
  counts_on            date NOT NULL,
  known_on             date NOT NULL,
  received_online      int  NOT NULL,
  received_direct      int  NOT NULL,
  received_postal      int  NOT NULL,
  transferred_in       int  NOT NULL,
  transferred_out      int  NOT NULL,
  open_in_time         int  NOT NULL,
  open_overdue         int  NOT NULL,
  open_undated         int  NOT NULL,
  suspended            int  NOT NULL,
  closed_early         int  NOT NULL,
  closed_on_time       int  NOT NULL,
  closed_late          int  NOT NULL,
  closed_undated       int  NOT NULL,
  refused              int  NOT NULL,
  withdrawn            int  NOT NULL,
  components_digitised int  NOT NULL,
  components_partial   int  NOT NULL,
  fee_paid             int  NOT NULL,
  fee_paid_online      int  NOT NULL,
  results_digitised    int  NOT NULL,
  late_apologised      int  NOT NULL,
  same_day             int  NOT NULL,
  late_first_due       int  NOT NULL,
  PRIMARY KEY (generation, unit, counts_on, known_on, counterpart)
);
CREATE INDEX unit_day_apart ON unit_day (generation, unit, known_on, counts_on) WHERE known_on <> counts_on;

CREATE TABLE unit_month (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  counterpart          text COLLATE "C" NOT NULL,
  counts_month         date NOT NULL,
  known_month          date NOT NULL,
  received_online      int  NOT NULL,
  received_direct      int  NOT NULL,
  received_postal      int  NOT NULL,
  transferred_in       int  NOT NULL,
  transferred_out      int  NOT NULL,
  open_in_time         int  NOT NULL,
  open_overdue         int  NOT NULL,
  open_undated         int  NOT NULL,
  suspended            int  NOT NULL,
  closed_early         int  NOT NULL,
  closed_on_time       int  NOT NULL,
  closed_late          int  NOT NULL,
  closed_undated       int  NOT NULL,
  refused              int  NOT NULL,
  withdrawn            int  NOT NULL,
  components_digitised int  NOT NULL,
  components_partial   int  NOT NULL,
  fee_paid             int  NOT NULL,
  fee_paid_online      int  NOT NULL,
  results_digitised    int  NOT NULL,
  late_apologised      int  NOT NULL,
  same_day             int  NOT NULL,
  late_first_due       int  NOT NULL,
  PRIMARY KEY (generation, unit, counts_month, known_month, counterpart)
);
CREATE INDEX unit_month_apart ON unit_month (generation, unit, known_month, counts_month) WHERE known_month <> counts_month;

-- Balances have no counterpart: a month is closed when both legs of its transfers are there, and these cancel in any scope of both units.
CREATE TABLE unit_balance (
  generation   int  NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  month        date NOT NULL,
  open_in_time int  NOT NULL,
  open_overdue int  NOT NULL,
  open_undated int  NOT NULL,
  suspended    int  NOT NULL,
  PRIMARY KEY (generation, month, unit)
);

-- Of each field of a unit, from the ledger.
CREATE TABLE field_month (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  field                text COLLATE "C" NOT NULL,
  counterpart          text COLLATE "C" NOT NULL,
  counts_month         date NOT NULL,
  known_month          date NOT NULL,
  received_online      int  NOT NULL,
  received_direct      int  NOT NULL,
  received_postal      int  NOT NULL,
  transferred_in       int  NOT NULL,
  transferred_out      int  NOT NULL,
  open_in_time         int  NOT NULL,
  open_overdue         int  NOT NULL,
  open_undated         int  NOT NULL,
  suspended            int  NOT NULL,
  closed_early         int  NOT NULL,
  closed_on_time       int  NOT NULL,
  closed_late          int  NOT NULL,
  closed_undated       int  NOT NULL,
  refused              int  NOT NULL,
  withdrawn            int  NOT NULL,
  components_digitised int  NOT NULL,
  components_partial   int  NOT NULL,
  fee_paid             int  NOT NULL,
  fee_paid_online      int  NOT NULL,
  results_digitised    int  NOT NULL,
  late_apologised      int  NOT NULL,
  same_day             int  NOT NULL,
  late_first_due       int  NOT NULL,
  PRIMARY KEY (generation, unit, counts_month, known_month, field, counterpart)
);
CREATE INDEX field_month_apart ON field_month (generation, unit, known_month, counts_month) WHERE known_month <> counts_month;

CREATE TABLE field_balance (
  generation   int  NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  field        text COLLATE "C" NOT NULL,
  month        date NOT NULL,
  open_in_time int  NOT NULL,
  open_overdue int  NOT NULL,
  open_undated int  NOT NULL,
  suspended    int  NOT NULL,
  PRIMARY KEY (generation, month, unit, field)
);

-- Of each procedure of a unit, from the journal.
CREATE TABLE procedure_month (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  procedure            text COLLATE "C" NOT NULL,
  counterpart          text COLLATE "C" NOT NULL,
  counts_month         date NOT NULL,
  known_month          date NOT NULL,
  received_online      int  NOT NULL,
  received_direct      int  NOT NULL,
  received_postal      int  NOT NULL,
  transferred_in       int  NOT NULL,
  transferred_out      int  NOT NULL,
  open_in_time         int  NOT NULL,
  open_overdue         int  NOT NULL,
  open_undated         int  NOT NULL,
  suspended            int  NOT NULL,
  closed_early         int  NOT NULL,
  closed_on_time       int  NOT NULL,
  closed_late          int  NOT NULL,
  closed_undated       int  NOT NULL,
  refused              int  NOT NULL,
  withdrawn            int  NOT NULL,
  components_digitised int  NOT NULL,
  components_partial   int  NOT NULL,
  fee_paid             int  NOT NULL,
  fee_paid_online      int  NOT NULL,
  results_digitised    int  NOT NULL,
  late_apologised      int  NOT NULL,
  same_day             int  NOT NULL,
  late_first_due       int  NOT NULL,
  PRIMARY KEY (generation, unit, counts_month, known_month, procedure, counterpart)
);
CREATE INDEX procedure_month_apart ON procedure_month (generation, unit, known_month, counts_month) WHERE known_month <> counts_month;

CREATE TABLE procedure_balance (
  generation   int  NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  procedure    text COLLATE "C" NOT NULL,
  month        date NOT NULL,
  open_in_time int  NOT NULL,
  open_overdue int  NOT NULL,
  open_undated int  NOT NULL,
  suspended    int  NOT NULL,
  PRIMARY KEY (generation, month, unit, procedure)
);

-- For what is learned after the last closing. Pages come in the order of learning, so that a range index is enough for them.
CREATE INDEX ledger_apart ON ledger (generation, unit, known_on, counts_on) WHERE known_on <> counts_on;
CREATE INDEX posting_page_by_known_day ON posting_page USING brin (known_to);

-- Called in the transaction that writes, before it writes: whoever closes meanwhile waits, or is waited for.
CREATE FUNCTION open_days(of_generation int, earliest date) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('motcua.closing'), of_generation);
  UPDATE closed_day SET day = earliest - 1 WHERE generation = of_generation AND day >= earliest;
  DELETE FROM closed_month WHERE generation = of_generation AND month >= date_trunc('month', earliest::timestamp)::date;
END $$;

GRANT SELECT, INSERT, DELETE ON closed_day, closed_month, unit_day, unit_month, unit_balance, field_month, field_balance, procedure_month,
  procedure_balance TO motcua_app;
GRANT UPDATE ON closed_day TO motcua_app;
