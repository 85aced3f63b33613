-- What has come for start events that need several triggers, until all of them have.
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agency TEXT NOT NULL,
  process TEXT NOT NULL,
  element TEXT NOT NULL,
  part TEXT NOT NULL,
  variables TEXT NOT NULL
) STRICT;
CREATE INDEX arrivals_start ON arrivals (process, element, part, id);
