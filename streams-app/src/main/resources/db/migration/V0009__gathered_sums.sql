-- Of each unit, all other units taken together: what was transferred, and the rest. That is all that a report for one unit needs, to which every
-- other unit is outside, and one for everything, to which every other is inside; a tenth of the rows where units transfer much.

CREATE TABLE unit_day_gathered (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  moved                boolean NOT NULL,
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
  PRIMARY KEY (generation, unit, counts_on, known_on, moved)
);
CREATE INDEX unit_day_gathered_apart ON unit_day_gathered (generation, unit, known_on, counts_on) WHERE known_on <> counts_on;
INSERT INTO unit_day_gathered
SELECT generation, unit, counterpart <> '', counts_on, known_on, sum(received_online)::int, sum(received_direct)::int, sum(received_postal)::int, sum(transferred_in)::int, sum(transferred_out)::int, sum(open_in_time)::int, sum(open_overdue)::int, sum(open_undated)::int, sum(suspended)::int, sum(closed_early)::int, sum(closed_on_time)::int, sum(closed_late)::int, sum(closed_undated)::int, sum(refused)::int, sum(withdrawn)::int, sum(components_digitised)::int, sum(components_partial)::int, sum(fee_paid)::int, sum(fee_paid_online)::int, sum(results_digitised)::int, sum(late_apologised)::int, sum(same_day)::int, sum(late_first_due)::int
FROM unit_day GROUP BY 1, 2, 3, 4, 5;

CREATE TABLE unit_month_gathered (
  generation           int  NOT NULL,
  unit                 text COLLATE "C" NOT NULL,
  moved                boolean NOT NULL,
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
  PRIMARY KEY (generation, unit, counts_month, known_month, moved)
);
CREATE INDEX unit_month_gathered_apart ON unit_month_gathered (generation, unit, known_month, counts_month) WHERE known_month <> counts_month;
INSERT INTO unit_month_gathered
SELECT generation, unit, counterpart <> '', counts_month, known_month, sum(received_online)::int, sum(received_direct)::int, sum(received_postal)::int, sum(transferred_in)::int, sum(transferred_out)::int, sum(open_in_time)::int, sum(open_overdue)::int, sum(open_undated)::int, sum(suspended)::int, sum(closed_early)::int, sum(closed_on_time)::int, sum(closed_late)::int, sum(closed_undated)::int, sum(refused)::int, sum(withdrawn)::int, sum(components_digitised)::int, sum(components_partial)::int, sum(fee_paid)::int, sum(fee_paid_online)::int, sum(results_digitised)::int, sum(late_apologised)::int, sum(same_day)::int, sum(late_first_due)::int
FROM unit_month GROUP BY 1, 2, 3, 4, 5;

GRANT SELECT, INSERT, DELETE ON unit_day_gathered, unit_month_gathered TO motcua_app;
