-- Who looked into an application. subject '' where there is none; roles and groups are those the reader had then.
CREATE TABLE data_accesses (
  seq INTEGER PRIMARY KEY,
  instance TEXT NOT NULL,
  agency TEXT NOT NULL,
  reader TEXT NOT NULL,
  reader_agency TEXT NOT NULL,
  roles TEXT NOT NULL,
  groups TEXT NOT NULL,
  part TEXT NOT NULL,
  subject TEXT NOT NULL,
  quarter INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX data_accesses_once ON data_accesses (instance, reader, part, subject, quarter);
CREATE INDEX data_accesses_instance ON data_accesses (instance, seq);
