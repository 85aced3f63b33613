-- A migration whose package cannot be read says so, and lets others go on.

-- Why its last piece could not be done; NULL: it could.
ALTER TABLE migration_batches ADD COLUMN trouble TEXT;
