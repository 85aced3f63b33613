-- A migration in which a hundred thousand fail: how many, and who is tried again, is asked every moment.

-- Beside the reasons, which are long.
CREATE INDEX migration_failures_retry ON migration_failures (batch, retry);
