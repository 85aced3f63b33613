-- What people typed into pages after their session had run out.
CREATE TABLE typed_forms (
  owner TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
  address TEXT NOT NULL,
  fields TEXT NOT NULL,
  files TEXT NOT NULL,
  typed_at INTEGER NOT NULL,
  PRIMARY KEY (owner, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX typed_forms_typed_at ON typed_forms (typed_at);
