-- Applications that are being filled in. instance and reference: what a draft became, when it was sent.
CREATE TABLE drafts (
  id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  package_id TEXT NOT NULL,
  version TEXT NOT NULL,
  start_event TEXT,
  answers TEXT NOT NULL,
  place TEXT,
  rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  instance TEXT,
  reference TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_owner ON drafts (owner, changed_at) WHERE instance IS NULL;
CREATE INDEX drafts_expires ON drafts (expires);
