-- Closed months: sums that a report takes instead of the days of the past. A posting belongs to the month of its later day (counts_on or
-- known_on); when that month is closed, it is summed by month of both days, and added to the balances at the month's end. Whatever is
-- learned afterwards belongs to a later month, so a stored sum never changes. Only back-fill can learn something for a past day: it
-- opens that month and those after it again, and they are closed anew. Months are their first days.

CREATE TABLE closed_month (
  generation int  NOT NULL,
  month      date NOT NULL,
  PRIMARY KEY (generation, month)
);
COMMENT ON TABLE closed_month IS 'Months with balances. Sums by month hold up to the last of them; rows of later months are leftovers.';

-- From the ledger.
CREATE TABLE ledger_month (
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
CREATE INDEX ledger_month_apart ON ledger_month (generation, unit, known_month, counts_month) WHERE known_month <> counts_month;

CREATE TABLE ledger_balance (
  generation   int  NOT NULL,
  unit         text COLLATE "C" NOT NULL,
  field        text COLLATE "C" NOT NULL,
  counterpart  text COLLATE "C" NOT NULL,
  month        date NOT NULL,
  open_in_time int  NOT NULL,
  open_overdue int  NOT NULL,
  open_undated int  NOT NULL,
  suspended    int  NOT NULL,
  PRIMARY KEY (generation, month, unit, field, counterpart)
);

-- From the journal, for reports by procedure.
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
  counterpart  text COLLATE "C" NOT NULL,
  month        date NOT NULL,
  open_in_time int  NOT NULL,
  open_overdue int  NOT NULL,
  open_undated int  NOT NULL,
  suspended    int  NOT NULL,
  PRIMARY KEY (generation, month, unit, procedure, counterpart)
);

-- For days of knowledge after the last closed month. Few cells are learned on another day than they count on.
CREATE INDEX ledger_apart ON ledger (generation, unit, known_on) WHERE known_on <> counts_on;

-- Called in the transaction that writes, before it commits: whoever closes months meanwhile waits, or is waited for.
CREATE FUNCTION open_months(of_generation int, earliest date) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('motcua.closing'), of_generation);
  DELETE FROM closed_month WHERE generation = of_generation AND month >= date_trunc('month', earliest::timestamp)::date;
END $$;

GRANT SELECT, INSERT, DELETE ON closed_month, ledger_month, ledger_balance, procedure_month, procedure_balance TO motcua_app;
