-- Services of which no application may begin; package_id '' stands for all of the agency. lifted: they may again, and
-- what was suspended for it is being resumed.
CREATE TABLE held_services (
  agency TEXT NOT NULL,
  package_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  held_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  lifted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (agency, package_id)
) STRICT, WITHOUT ROWID;
