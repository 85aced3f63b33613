-- People as the sign-ons outside know them, and what a session opened there needs to be ended there too.

CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  user TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identities_user ON identities (user, issuer);

ALTER TABLE sessions ADD COLUMN sign_on TEXT;
ALTER TABLE sessions ADD COLUMN id_token TEXT;
