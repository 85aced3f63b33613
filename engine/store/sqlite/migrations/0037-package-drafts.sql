-- Packages that are being written. Contents are deflated UTF-8; NULL: the file was removed in this revision.
CREATE TABLE package_drafts (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  package_id TEXT NOT NULL,
  title_ar TEXT NOT NULL,
  title_en TEXT NOT NULL,
  rev INTEGER NOT NULL,
  base_package TEXT,
  base_version TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  locked_by TEXT,
  locked_until INTEGER,
  discarded_at INTEGER,
  discarded_by TEXT,
  thinned_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX package_drafts_agency ON package_drafts (agency, changed_at) WHERE discarded_at IS NULL;
CREATE INDEX package_drafts_changed ON package_drafts (changed_at) WHERE discarded_at IS NULL;
CREATE INDEX package_drafts_discarded ON package_drafts (discarded_at) WHERE discarded_at IS NOT NULL;
CREATE INDEX package_drafts_thinned ON package_drafts (thinned_at);
CREATE TABLE package_draft_revisions (
  draft TEXT NOT NULL REFERENCES package_drafts ON DELETE CASCADE,
  rev INTEGER NOT NULL,
  name TEXT,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  label_ar TEXT,
  label_en TEXT,
  PRIMARY KEY (draft, rev)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX package_draft_revisions_name ON package_draft_revisions (draft, name) WHERE name IS NOT NULL;
CREATE TABLE package_draft_files (
  draft TEXT NOT NULL REFERENCES package_drafts ON DELETE CASCADE,
  path TEXT NOT NULL,
  rev INTEGER NOT NULL,
  bytes INTEGER,
  content BLOB
) STRICT;
CREATE UNIQUE INDEX package_draft_files_path ON package_draft_files (draft, path, rev);
CREATE INDEX package_draft_files_rev ON package_draft_files (draft, rev);
CREATE TABLE package_draft_takeovers (
  draft TEXT NOT NULL REFERENCES package_drafts ON DELETE CASCADE,
  at INTEGER NOT NULL,
  taken_by TEXT NOT NULL,
  taken_from TEXT NOT NULL
) STRICT;
CREATE INDEX package_draft_takeovers_draft ON package_draft_takeovers (draft, at);
