-- Companies people act for, who may, and the record of who gave, revoked and used it, to which lines are only added.
CREATE TABLE companies (
  number TEXT NOT NULL PRIMARY KEY,
  name_ar TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- services: JSON, absent for all.
CREATE TABLE mandates (
  id TEXT NOT NULL PRIMARY KEY,
  company TEXT NOT NULL REFERENCES companies,
  holder TEXT NOT NULL,
  role TEXT NOT NULL,
  services TEXT,
  source TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER,
  given_by TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  revoked_at INTEGER,
  revoked_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mandates_holder ON mandates (holder, revoked_at);
CREATE INDEX mandates_company ON mandates (company, given_at);

CREATE TABLE mandate_record (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  company TEXT NOT NULL,
  holder TEXT NOT NULL,
  mandate TEXT,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX mandate_record_company ON mandate_record (company);
CREATE TRIGGER mandate_record_stays BEFORE UPDATE ON mandate_record BEGIN
  SELECT raise(ABORT, 'the record of mandates is never changed');
END;
CREATE TRIGGER mandate_record_is_kept BEFORE DELETE ON mandate_record BEGIN
  SELECT raise(ABORT, 'the record of mandates is kept');
END;

ALTER TABLE sessions ADD COLUMN acts_for TEXT;
ALTER TABLE drafts ADD COLUMN begun_by TEXT;
