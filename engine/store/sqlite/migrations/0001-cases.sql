-- The applications and everything that hangs on one: record, tasks, jobs, timers, messages, incidents.
-- Instance ids sort by time, so that new rows land at the end of each tree. Columns that every step rewrites
-- (rev, state, changed_at) are in no index.

CREATE TABLE instances (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  program TEXT NOT NULL,
  reference TEXT NOT NULL,
  -- Short fingerprints of the two names people and callers know an application by: a random text of full length in an
  -- index would cost each start a page of its own on disk. fingerprint.ts makes them.
  reference_mark INTEGER NOT NULL,
  idempotency_key TEXT,
  idempotency_mark INTEGER,
  applicant TEXT,
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  ended_at INTEGER,
  status TEXT NOT NULL,
  rev INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX instances_reference ON instances (reference_mark);
CREATE INDEX instances_idempotency ON instances (idempotency_mark) WHERE idempotency_mark IS NOT NULL;
CREATE INDEX instances_agency ON instances (agency, status, id);
CREATE INDEX instances_applicant ON instances (applicant, id) WHERE applicant IS NOT NULL;

-- How many applications stand where, kept up to date so that nobody counts a million rows.
CREATE TABLE instance_counts (
  agency TEXT NOT NULL,
  status TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (agency, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER instances_counted AFTER INSERT ON instances BEGIN
  INSERT INTO instance_counts VALUES (NEW.agency, NEW.status, 1)
    ON CONFLICT (agency, status) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER instances_recounted AFTER UPDATE OF status ON instances WHEN OLD.status <> NEW.status BEGIN
  UPDATE instance_counts SET count = count - 1 WHERE agency = OLD.agency AND status = OLD.status;
  INSERT INTO instance_counts VALUES (NEW.agency, NEW.status, 1)
    ON CONFLICT (agency, status) DO UPDATE SET count = count + 1;
END;

CREATE TABLE history (
  instance TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (instance, seq)
) STRICT;

-- due: 9007199254740991 where there is none, and rank: minus the priority, so that one ascending order is the desk's.
CREATE TABLE tasks (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  status TEXT NOT NULL,
  due INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  reference TEXT NOT NULL,
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  name TEXT NOT NULL,
  form TEXT,
  assignee TEXT,
  candidate_groups TEXT NOT NULL,
  candidate_users TEXT NOT NULL,
  follow_up INTEGER,
  four_eyes TEXT NOT NULL,
  closed_at INTEGER,
  closed_by TEXT,
  draft TEXT,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tasks_agency ON tasks (agency, status, due, rank, opened_at, instance, id);

-- Open tasks once more, under each person or group that sees them: 'a:' assigned to, 'u:' and 'g:' offered to.
CREATE TABLE desk (
  agency TEXT NOT NULL,
  who TEXT NOT NULL,
  due INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (agency, who, due, rank, opened_at, instance, id)
) STRICT, WITHOUT ROWID;

-- Open jobs only. token counts leases and never goes back; leased_until is null while nobody holds it.
CREATE TABLE jobs (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  type TEXT NOT NULL,
  retries INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  due INTEGER NOT NULL,
  leased_until INTEGER,
  worker TEXT,
  token INTEGER NOT NULL,
  reference TEXT NOT NULL,
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  headers TEXT NOT NULL,
  variables TEXT NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT;
CREATE INDEX jobs_ready ON jobs (type, due, agency) WHERE retries > 0 AND leased_until IS NULL;
CREATE INDEX jobs_leased ON jobs (type, leased_until, agency) WHERE leased_until IS NOT NULL;

CREATE TABLE timers (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  due INTEGER NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due);

CREATE TABLE subscriptions (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  program TEXT NOT NULL,
  -- package/process, over all versions: what takes a message at most once.
  process TEXT NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriptions_key ON subscriptions (agency, name, key);

CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  message_id TEXT NOT NULL,
  key TEXT NOT NULL,
  variables TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  UNIQUE (agency, name, message_id)
) STRICT;
CREATE INDEX messages_key ON messages (agency, name, key, published_at);
CREATE INDEX messages_expires ON messages (expires);

-- name '' stands for every name.
CREATE TABLE taken (
  agency TEXT NOT NULL,
  message TEXT NOT NULL,
  process TEXT NOT NULL,
  name TEXT NOT NULL,
  instance TEXT NOT NULL,
  PRIMARY KEY (agency, message, process, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  owner INTEGER NOT NULL,
  element TEXT NOT NULL,
  cause TEXT NOT NULL,
  message TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incidents_agency ON incidents (agency, instance, id);
