-- What keeps a procedure that never ends, or that starts itself again and again, from taking what belongs to others.

-- Length of the instance's history in characters.
ALTER TABLE instances ADD COLUMN recorded INTEGER NOT NULL DEFAULT 0;

-- The application whose messages started this one, directly or through others; and on a message, the one it comes from.
ALTER TABLE instances ADD COLUMN origin TEXT;
ALTER TABLE messages ADD COLUMN origin TEXT;
CREATE TABLE families (
  origin TEXT NOT NULL PRIMARY KEY,
  members INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages from before this moment start nothing.
ALTER TABLE start_messages ADD COLUMN since INTEGER NOT NULL DEFAULT 0;

-- What is due is read agency by agency, so that none waits behind another's crowd.
DROP INDEX timers_due;
CREATE INDEX timers_due ON timers (agency, due);
DROP INDEX jobs_ready;
CREATE INDEX jobs_ready ON jobs (type, agency, due) WHERE retries > 0 AND leased_until IS NULL;
DROP INDEX jobs_leased;
CREATE INDEX jobs_leased ON jobs (type, agency, leased_until) WHERE leased_until IS NOT NULL;
