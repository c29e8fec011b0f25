#!/bin/sh
# Runs once, when the database is made: one role owns the tables, another works on their rows, a third reads what dashboards show.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --set owner="$MOTCUA_OWNER_PASSWORD" --set app="$MOTCUA_APP_PASSWORD" \
  --set grafana="$MOTCUA_GRAFANA_PASSWORD" <<'SQL'
CREATE ROLE motcua_owner LOGIN PASSWORD :'owner';
CREATE ROLE motcua_app LOGIN PASSWORD :'app';
-- A migration gives it its rights to read.
CREATE ROLE motcua_grafana LOGIN PASSWORD :'grafana' CONNECTION LIMIT 8;
ALTER ROLE motcua_grafana SET default_transaction_read_only = on;
ALTER ROLE motcua_grafana SET statement_timeout = '30s';
CREATE DATABASE motcua OWNER motcua_owner;
REVOKE CONNECT ON DATABASE motcua FROM PUBLIC;
GRANT CONNECT ON DATABASE motcua TO motcua_app, motcua_grafana;
SQL
