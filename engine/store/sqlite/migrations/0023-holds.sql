-- When applications were suspended: a message's time to live stands still meanwhile. to_at null: still suspended.
CREATE TABLE holds (
  instance TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  agency TEXT NOT NULL,
  PRIMARY KEY (instance, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_agency ON holds (agency, from_at, to_at);
INSERT INTO holds (instance, from_at, agency)
  SELECT instance, min(held_at), agency FROM subscriptions WHERE held_at IS NOT NULL GROUP BY instance, agency;

-- 1: messages that were kept for it while its application was suspended have not been looked for yet.
ALTER TABLE subscriptions ADD COLUMN sought INTEGER;
CREATE INDEX subscriptions_sought ON subscriptions (instance, id) WHERE sought = 1;

-- 1: a worker has said how it ended while the application was suspended, which counts when it goes on.
ALTER TABLE jobs ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
CREATE INDEX jobs_answered ON jobs (instance) WHERE answered = 1;

-- Signals to applications that were cancelled while they were suspended.
DELETE FROM signal_deliveries WHERE due = 253402300799000 AND waits IS NOT NULL
  AND target IN (SELECT id FROM instances WHERE status IN ('completed', 'terminated'));
