-- Many applications going over to another version: what was asked, how far it has come, and what could not be done.

-- plan, actor and report are JSON. cursor: '' before the first application of a pass.
CREATE TABLE migration_batches (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agency TEXT NOT NULL,
  package_id TEXT NOT NULL,
  from_version TEXT NOT NULL,
  to_version TEXT NOT NULL,
  plan TEXT NOT NULL,
  actor TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  ended_at INTEGER,
  last TEXT NOT NULL,
  cursor TEXT NOT NULL,
  total INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  report TEXT NOT NULL,
  pass INTEGER NOT NULL,
  due INTEGER NOT NULL
) STRICT;
CREATE INDEX migration_batches_open ON migration_batches (changed_at) WHERE status IN ('checking', 'running');
CREATE INDEX migration_batches_agency ON migration_batches (agency, seq);

-- Apart from the batch, since every application's own step counts here.
CREATE TABLE migration_counts (
  batch TEXT NOT NULL PRIMARY KEY,
  migrated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE migration_failures (
  batch TEXT NOT NULL,
  instance TEXT NOT NULL,
  reference TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  findings TEXT NOT NULL,
  retry INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (batch, instance)
) STRICT, WITHOUT ROWID;
