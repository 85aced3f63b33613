-- When a job of a suspended application was due; null on all others.
ALTER TABLE jobs ADD COLUMN held_due INTEGER;
