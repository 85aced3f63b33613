-- Element instances at work: where applications stand, by procedure. The index alone answers how many and since when.
CREATE TABLE element_instances (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX element_instances_program ON element_instances (program, agency, element, since);

-- Those of applications that run: since the task was opened where it is one, else since the application last moved.
CREATE TEMP TABLE at_work (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  element TEXT NOT NULL,
  scope INTEGER,
  program TEXT,
  since INTEGER NOT NULL,
  PRIMARY KEY (instance, id)
);
INSERT INTO at_work
  SELECT i.id, CAST(e.key AS INTEGER), i.agency, e.value ->> 'element', CAST(e.value ->> 'scope' AS INTEGER),
    coalesce(e.value ->> 'program', CASE WHEN e.value ->> 'scope' IS NULL THEN i.program END), i.changed_at
  FROM instances i, json_each(i.state, '$.elements') e WHERE i.status IN ('active', 'suspended');
INSERT INTO element_instances (instance, id, agency, program, element, since)
  WITH RECURSIVE placed (instance, id, program) AS (
    SELECT instance, id, program FROM at_work WHERE program IS NOT NULL
    UNION ALL
    SELECT w.instance, w.id, p.program FROM placed p
      JOIN at_work w ON w.instance = p.instance AND w.scope = p.id AND w.program IS NULL
  )
  SELECT w.instance, w.id, w.agency, p.program, w.element, coalesce(t.opened_at, w.since)
  FROM placed p JOIN at_work w ON w.instance = p.instance AND w.id = p.id
  LEFT JOIN tasks t ON t.instance = w.instance AND t.id = w.id;
DROP TABLE at_work;
