-- Tasks that were completed, the last first: of the whole agency, and under each group they were offered to.
CREATE INDEX tasks_done ON tasks (agency, closed_at, instance, id) WHERE status = 'completed';
CREATE TABLE desk_done (
  agency TEXT NOT NULL,
  who TEXT NOT NULL,
  closed_at INTEGER NOT NULL,
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (agency, who, closed_at, instance, id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO desk_done SELECT t.agency, 'g:' || g.value, t.closed_at, t.instance, t.id
  FROM tasks t, json_each(t.candidate_groups) g WHERE t.status = 'completed';
