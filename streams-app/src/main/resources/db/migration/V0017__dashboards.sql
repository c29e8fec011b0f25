-- What dashboards beside the page read: two views of units, and the rights of a role that reads what panels show and nothing else.

CREATE VIEW unit_now AS
SELECT DISTINCT ON (code) code, name, parent, level
FROM unit
WHERE version = (SELECT version FROM reference_version WHERE kind = 'unit' ORDER BY loaded_at DESC, version LIMIT 1)
ORDER BY code, valid_from DESC NULLS LAST, line DESC;
COMMENT ON VIEW unit_now IS 'Units of the file loaded last, each with its latest row; no person.';

CREATE VIEW unit_inside AS
WITH RECURSIVE inside AS (
  SELECT code AS scope, code AS unit FROM unit_now
  UNION
  SELECT inside.scope, unit_now.code FROM inside JOIN unit_now ON unit_now.parent = inside.unit
)
SELECT scope, unit FROM inside;
COMMENT ON VIEW unit_inside IS 'Each unit as a scope, with itself and every unit below it.';

-- Called again by an administrator who makes the role later: SELECT motcua.let_read_dashboards('motcua_grafana') as the owner.
CREATE FUNCTION let_read_dashboards(reader name) RETURNS void LANGUAGE plpgsql SET search_path = motcua, pg_temp AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA motcua TO %I', reader);
  EXECUTE format(
    'GRANT SELECT ON unit_now, unit_inside, ledger_generation, ratio, unit_totals, ledger, alert_transition, source TO %I', reader);
  EXECUTE format('GRANT SELECT (generation, reason, source, recorded_at, resolved_at) ON dead_letter TO %I', reader);
END $$;
REVOKE ALL ON FUNCTION let_read_dashboards(name) FROM PUBLIC;

DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'motcua_grafana') THEN
    PERFORM motcua.let_read_dashboards('motcua_grafana');
  END IF;
END $$;
GRANT SELECT ON unit_now, unit_inside TO motcua_app;
