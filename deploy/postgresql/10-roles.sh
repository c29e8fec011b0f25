#!/bin/sh
# Runs once, when the database is made: one role owns the tables, another works on their rows.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --set owner="$MOTCUA_OWNER_PASSWORD" --set app="$MOTCUA_APP_PASSWORD" <<'SQL'
CREATE ROLE motcua_owner LOGIN PASSWORD :'owner';
CREATE ROLE motcua_app LOGIN PASSWORD :'app';
CREATE DATABASE motcua OWNER motcua_owner;
REVOKE CONNECT ON DATABASE motcua FROM PUBLIC;
GRANT CONNECT ON DATABASE motcua TO motcua_app;
SQL
