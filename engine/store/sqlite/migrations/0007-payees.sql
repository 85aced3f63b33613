-- Whose money a charge is, where it is not the agency's own.

ALTER TABLE charges ADD COLUMN payee TEXT;
