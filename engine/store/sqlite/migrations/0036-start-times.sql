-- From when the time of a start timer is counted (NULL: not known, so it is not counted anew), whether it has fired since its
-- service was deployed, and whether it has for the last time: one that is over is kept, so that a new version of the service
-- with the same timer does not begin it again.
ALTER TABLE start_timers ADD COLUMN since INTEGER;
ALTER TABLE start_timers ADD COLUMN fired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE start_timers ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
