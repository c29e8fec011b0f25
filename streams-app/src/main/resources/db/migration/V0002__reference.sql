-- The loaded reference files by version, for SQL and for printing an old report again. A version is the digest of the file's content.

CREATE TABLE reference_version (
  kind      text        NOT NULL CHECK (kind IN ('unit', 'unit-alias', 'procedure', 'holiday')),
  version   text        NOT NULL,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (kind, version)
);

CREATE TABLE unit (
  version    text NOT NULL,
  line       int  NOT NULL,
  code       text NOT NULL,
  name       text NOT NULL,
  parent     text NOT NULL,
  level      text NOT NULL,
  valid_from date,
  valid_to   date,
  successor  text NOT NULL,
  head_name  text NOT NULL,
  head_email text NOT NULL,
  recorded_on date,
  PRIMARY KEY (version, line)
);
COMMENT ON COLUMN unit.valid_to IS 'Last valid day.';
COMMENT ON COLUMN unit.recorded_on IS 'Day from which the row is known; NULL: known at every cut.';

CREATE TABLE unit_alias (
  version    text NOT NULL,
  line       int  NOT NULL,
  source     text NOT NULL,
  name       text NOT NULL,
  code       text NOT NULL,
  valid_from date,
  valid_to   date,
  PRIMARY KEY (version, line)
);

CREATE TABLE procedure (
  version          text NOT NULL,
  line             int  NOT NULL,
  code             text NOT NULL,
  name             text NOT NULL,
  field            text NOT NULL,
  field_name       text NOT NULL,
  online_level     text NOT NULL,
  max_working_days int,
  valid_from       date,
  valid_to         date,
  PRIMARY KEY (version, line)
);

CREATE TABLE holiday (
  version text    NOT NULL,
  line    int     NOT NULL,
  day     date    NOT NULL,
  kind    text    NOT NULL CHECK (kind IN ('off', 'work')),
  recorded_on date,
  PRIMARY KEY (version, line)
);
COMMENT ON COLUMN holiday.kind IS 'off: a weekday off; work: a weekend day worked in exchange (ngày làm bù).';

GRANT SELECT, INSERT ON reference_version, unit, unit_alias, procedure, holiday TO motcua_app;
