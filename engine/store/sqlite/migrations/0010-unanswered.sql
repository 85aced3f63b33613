-- 1 from when a job is handed out until whoever had it has said how it ended.
ALTER TABLE jobs ADD COLUMN unanswered INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET unanswered = 1 WHERE token > 0;
