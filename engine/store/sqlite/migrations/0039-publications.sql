-- Signatures under the exact content of drafts, and which version came into force from which draft or earlier version.
CREATE TABLE sign_offs (
  draft TEXT NOT NULL,
  digest TEXT NOT NULL,
  role TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  remark TEXT,
  PRIMARY KEY (draft, digest, role)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sign_offs_person ON sign_offs (draft, digest, by);
CREATE TABLE publications (
  package_id TEXT NOT NULL,
  version TEXT NOT NULL,
  agency TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  draft TEXT,
  rev INTEGER,
  restores TEXT,
  remark TEXT,
  PRIMARY KEY (package_id, version)
) STRICT, WITHOUT ROWID;
