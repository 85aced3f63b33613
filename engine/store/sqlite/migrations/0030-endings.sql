-- By what a sign-on ends the sessions it opened, what a session was opened with, and what sign-ons have ended.
ALTER TABLE sessions ADD COLUMN subject TEXT;
ALTER TABLE sessions ADD COLUMN sid TEXT;
ALTER TABLE sessions ADD COLUMN device TEXT;
CREATE INDEX sessions_sign_on ON sessions (sign_on, subject) WHERE sign_on IS NOT NULL;

CREATE TABLE endings (
  sign_on TEXT NOT NULL,
  token TEXT NOT NULL,
  subject TEXT,
  sid TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (sign_on, token)
) STRICT, WITHOUT ROWID;
CREATE INDEX endings_sid ON endings (sign_on, sid) WHERE sid IS NOT NULL;
CREATE INDEX endings_at ON endings (at);
