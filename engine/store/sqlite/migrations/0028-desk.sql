-- What clerks write beside an application, for each other or for the applicant; written once.
CREATE TABLE notes (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  instance TEXT NOT NULL,
  agency TEXT NOT NULL,
  audience TEXT NOT NULL,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_instance ON notes (instance);
CREATE TRIGGER notes_stay BEFORE UPDATE ON notes BEGIN
  SELECT raise(ABORT, 'a note is never changed');
END;

-- Package of the application a task belongs to, whichever procedure it calls opened it.
ALTER TABLE tasks ADD COLUMN service TEXT NOT NULL DEFAULT '';
UPDATE tasks SET service = coalesce(
  (SELECT substr(program, 1, instr(program, '@') - 1) FROM instances i WHERE i.id = tasks.instance), '');

-- Open tasks as they stand, kept up to date so that nobody counts a hundred thousand rows. who: the person who has them,
-- '' where nobody has taken them yet, '@' where they are meant for one person from the start: mostly the applicant.
-- opened: the sum of the seconds they were opened at, which gives their mean age.
CREATE TABLE task_figures (
  agency TEXT NOT NULL,
  service TEXT NOT NULL,
  who TEXT NOT NULL,
  open INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  PRIMARY KEY (agency, service, who)
) STRICT, WITHOUT ROWID;

-- Tasks completed on a day (of UTC: in office hours it is the local one), how many of them after they were due, and the
-- seconds from opening to completion together.
CREATE TABLE task_days (
  agency TEXT NOT NULL,
  day INTEGER NOT NULL,
  service TEXT NOT NULL,
  who TEXT NOT NULL,
  done INTEGER NOT NULL,
  late INTEGER NOT NULL,
  spent INTEGER NOT NULL,
  PRIMARY KEY (agency, day, service, who)
) STRICT, WITHOUT ROWID;

INSERT INTO task_figures
  SELECT agency, service,
    CASE WHEN assignee IS NULL THEN '' WHEN candidate_groups = '[]' THEN '@' ELSE assignee END AS holder,
    count(*), sum(opened_at / 1000)
  FROM tasks WHERE status = 'open' GROUP BY agency, service, holder;
INSERT INTO task_days
  SELECT agency, closed_at / 86400000 AS day, service,
    CASE WHEN closed_by IS NULL THEN '' WHEN candidate_groups = '[]' THEN '@' ELSE closed_by END AS holder,
    count(*), sum(closed_at > due), sum((closed_at - opened_at) / 1000)
  FROM tasks WHERE status = 'completed' GROUP BY agency, day, service, holder;

CREATE TRIGGER tasks_figured AFTER INSERT ON tasks BEGIN
  INSERT INTO task_figures VALUES (NEW.agency, NEW.service,
    CASE WHEN NEW.assignee IS NULL THEN '' WHEN NEW.candidate_groups = '[]' THEN '@' ELSE NEW.assignee END,
    1, NEW.opened_at / 1000)
    ON CONFLICT (agency, service, who) DO UPDATE SET open = open + 1, opened = opened + excluded.opened;
END;
CREATE TRIGGER tasks_refigured AFTER UPDATE OF assignee, candidate_groups ON tasks
  WHEN OLD.status = 'open' AND NEW.status = 'open'
    AND (OLD.assignee IS NOT NEW.assignee OR OLD.candidate_groups <> NEW.candidate_groups)
BEGIN
  UPDATE task_figures SET open = open - 1, opened = opened - OLD.opened_at / 1000
    WHERE agency = OLD.agency AND service = OLD.service
      AND who = CASE WHEN OLD.assignee IS NULL THEN '' WHEN OLD.candidate_groups = '[]' THEN '@' ELSE OLD.assignee END;
  INSERT INTO task_figures VALUES (NEW.agency, NEW.service,
    CASE WHEN NEW.assignee IS NULL THEN '' WHEN NEW.candidate_groups = '[]' THEN '@' ELSE NEW.assignee END,
    1, NEW.opened_at / 1000)
    ON CONFLICT (agency, service, who) DO UPDATE SET open = open + 1, opened = opened + excluded.opened;
  DELETE FROM task_figures WHERE agency = OLD.agency AND service = OLD.service AND open = 0;
END;
CREATE TRIGGER tasks_done AFTER UPDATE OF status ON tasks WHEN OLD.status = 'open' AND NEW.status <> 'open' BEGIN
  UPDATE task_figures SET open = open - 1, opened = opened - OLD.opened_at / 1000
    WHERE agency = OLD.agency AND service = OLD.service
      AND who = CASE WHEN OLD.assignee IS NULL THEN '' WHEN OLD.candidate_groups = '[]' THEN '@' ELSE OLD.assignee END;
  DELETE FROM task_figures WHERE agency = OLD.agency AND service = OLD.service AND open = 0
    AND who = CASE WHEN OLD.assignee IS NULL THEN '' WHEN OLD.candidate_groups = '[]' THEN '@' ELSE OLD.assignee END;
  INSERT INTO task_days SELECT NEW.agency, NEW.closed_at / 86400000, NEW.service,
    CASE WHEN NEW.closed_by IS NULL THEN '' WHEN NEW.candidate_groups = '[]' THEN '@' ELSE NEW.closed_by END,
    1, NEW.closed_at > NEW.due, (NEW.closed_at - NEW.opened_at) / 1000 WHERE NEW.status = 'completed'
    ON CONFLICT (agency, day, service, who) DO UPDATE SET done = done + 1, late = late + excluded.late, spent = spent + excluded.spent;
END;

-- Words by which clerks find an application: of names and numbers its package names, as core/search.ts writes them.
CREATE TABLE search_words (
  agency TEXT NOT NULL,
  word TEXT NOT NULL,
  instance TEXT NOT NULL,
  PRIMARY KEY (agency, word, instance)
) STRICT, WITHOUT ROWID;
INSERT INTO search_words SELECT agency, applicant, id FROM instances WHERE applicant IS NOT NULL;

-- Who stands in for whom, from when to when; kept when it is over.
CREATE TABLE delegations (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  principal TEXT NOT NULL,
  deputy TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX delegations_deputy ON delegations (deputy, ends);
CREATE INDEX delegations_agency ON delegations (agency, made_at);

-- Filters of the inbox that a clerk keeps under a name, shown to a group where there is one.
CREATE TABLE saved_filters (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  owner TEXT NOT NULL,
  office TEXT,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_filters_agency ON saved_filters (agency, owner);

-- Applications that somebody at the agency began for the applicant, who agreed to it.
CREATE TABLE assistances (
  instance TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  operator TEXT NOT NULL,
  applicant TEXT NOT NULL,
  consent TEXT NOT NULL,
  statement TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody closed, the last first.
CREATE INDEX tasks_closed ON tasks (agency, closed_by, closed_at) WHERE closed_by IS NOT NULL;
