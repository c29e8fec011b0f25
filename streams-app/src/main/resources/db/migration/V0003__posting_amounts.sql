-- What each leg of the journal adds to each measure of its cell (ledger.md 4), so that a figure can be followed back to its dossiers.
-- Leg 1 takes a transferred dossier out of a unit's bucket, leg 2 puts it into the other's; codes as in bucket, counter and channel.

CREATE VIEW posting_amounts AS SELECT
  generation, source, dossier_id, sequence, leg, unit, counterpart, procedure, field, channel, from_bucket, to_bucket, counter, count,
  counts_on, known_on, cause, page_month, page_known_to,
  CASE WHEN from_bucket = 0 AND channel = 0 THEN count ELSE 0 END AS received_online,
  CASE WHEN from_bucket = 0 AND channel = 1 THEN count ELSE 0 END AS received_direct,
  CASE WHEN from_bucket = 0 AND channel = 2 THEN count ELSE 0 END AS received_postal,
  CASE WHEN leg = 2 THEN count ELSE 0 END AS transferred_in,
  CASE WHEN leg = 1 THEN count ELSE 0 END AS transferred_out,
  CASE WHEN to_bucket = 1 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 1 AND leg <> 2 THEN count ELSE 0 END AS open_in_time,
  CASE WHEN to_bucket = 2 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 2 AND leg <> 2 THEN count ELSE 0 END AS open_overdue,
  CASE WHEN to_bucket = 3 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 3 AND leg <> 2 THEN count ELSE 0 END AS open_undated,
  CASE WHEN to_bucket = 4 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 4 AND leg <> 2 THEN count ELSE 0 END AS suspended,
  CASE WHEN to_bucket = 5 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 5 AND leg <> 2 THEN count ELSE 0 END AS closed_early,
  CASE WHEN to_bucket = 6 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 6 AND leg <> 2 THEN count ELSE 0 END AS closed_on_time,
  CASE WHEN to_bucket = 7 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 7 AND leg <> 2 THEN count ELSE 0 END AS closed_late,
  CASE WHEN to_bucket = 8 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 8 AND leg <> 2 THEN count ELSE 0 END AS closed_undated,
  CASE WHEN to_bucket = 9 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 9 AND leg <> 2 THEN count ELSE 0 END AS refused,
  CASE WHEN to_bucket = 10 AND leg <> 1 THEN count ELSE 0 END - CASE WHEN from_bucket = 10 AND leg <> 2 THEN count ELSE 0 END AS withdrawn,
  CASE WHEN counter = 0 THEN count ELSE 0 END AS components_digitised,
  CASE WHEN counter = 1 THEN count ELSE 0 END AS components_partial,
  CASE WHEN counter = 2 THEN count ELSE 0 END AS fee_paid,
  CASE WHEN counter = 3 THEN count ELSE 0 END AS fee_paid_online,
  CASE WHEN counter = 4 THEN count ELSE 0 END AS results_digitised,
  CASE WHEN counter = 5 THEN count ELSE 0 END AS late_apologised,
  CASE WHEN counter = 6 THEN count ELSE 0 END AS same_day,
  CASE WHEN counter = 7 THEN count ELSE 0 END AS late_first_due
FROM posting;

GRANT SELECT ON posting_amounts TO motcua_app;
