-- Services of which no application may begin, and those that were held once: who held them, who let them go, and why.
-- package_id '' stands for all of the agency. Lifted: applications may begin again, and what was suspended for it is being
-- resumed, until it has ended.
CREATE TABLE suspensions (
  seq INTEGER PRIMARY KEY,
  agency TEXT NOT NULL,
  package_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  held_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  lifted_at INTEGER,
  lifted_by TEXT,
  lift_reason TEXT,
  ended_at INTEGER
) STRICT;
INSERT INTO suspensions (agency, package_id, reason, held_by, at, lifted_at)
  SELECT agency, package_id, reason, held_by, at, CASE lifted WHEN 1 THEN at END FROM held_services ORDER BY at;
DROP TABLE held_services;
CREATE UNIQUE INDEX suspensions_held ON suspensions (agency, package_id) WHERE lifted_at IS NULL;
CREATE INDEX suspensions_open ON suspensions (agency, package_id) WHERE ended_at IS NULL;
