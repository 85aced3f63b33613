-- Conditional start events of the latest versions; they are asked, so only where they stand is kept.
CREATE TABLE start_conditions (
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  package_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  PRIMARY KEY (program, element)
) STRICT, WITHOUT ROWID;
CREATE INDEX start_conditions_agency ON start_conditions (agency, package_id);
