-- What people gave with their answers, and contents that came streaming, in pieces.

ALTER TABLE contents ADD COLUMN pieces INTEGER;
ALTER TABLE documents ADD COLUMN given_by TEXT;
ALTER TABLE documents ADD COLUMN warning TEXT;
CREATE INDEX documents_digest ON documents (digest);

-- content: the number in contents.pieces; nothing names it while it is still on its way.
CREATE TABLE pieces (
  content INTEGER NOT NULL,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (content, n)
) STRICT;

CREATE TABLE receiving (
  content INTEGER PRIMARY KEY AUTOINCREMENT,
  begun_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attachments (
  owner TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES contents,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  warning TEXT,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (owner, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_digest ON attachments (digest);
CREATE INDEX attachments_age ON attachments (given_at);
CREATE INDEX attachments_given ON attachments (owner, given_at);
