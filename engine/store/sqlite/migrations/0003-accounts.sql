-- Who may sign in, and the row that the health check writes to.

CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  groups TEXT NOT NULL,
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_agency ON accounts (agency);

CREATE TABLE sessions (
  token_digest TEXT NOT NULL PRIMARY KEY,
  user TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (user);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE pulse (
  beats INTEGER NOT NULL
) STRICT;
INSERT INTO pulse VALUES (0);
