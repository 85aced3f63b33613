-- A start event may begin a service by any of several messages.
CREATE TABLE start_messages_by_name (
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  package_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  since INTEGER NOT NULL DEFAULT 0,
  keyed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (program, element, name)
) STRICT, WITHOUT ROWID;
INSERT INTO start_messages_by_name (program, element, package_id, agency, name, since, keyed)
  SELECT program, element, package_id, agency, name, since, keyed FROM start_messages;
DROP TABLE start_messages;
ALTER TABLE start_messages_by_name RENAME TO start_messages;
