-- Applications of each service, and when which was decided: by a certificate or by coming to its end, whichever was first.
CREATE TABLE service_counts (
  package_id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  received INTEGER NOT NULL,
  called_off INTEGER NOT NULL,
  decided INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  instance TEXT NOT NULL PRIMARY KEY,
  package_id TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  took INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_took ON decisions (package_id, took, decided_at);

INSERT INTO decisions (instance, package_id, decided_at, took)
  SELECT id, substr(program, 1, instr(program, '@') - 1), at, max(at - started_at, 0) FROM (
    SELECT i.id, i.program, i.started_at, min(
      coalesce((SELECT min(c.issued_at) FROM certificates c WHERE c.instance = i.id), 9007199254740991),
      CASE i.status WHEN 'completed' THEN i.ended_at ELSE 9007199254740991 END) AS at
    FROM instances i) WHERE at < 9007199254740991;

INSERT INTO service_counts (package_id, agency, received, called_off, decided)
  SELECT substr(program, 1, instr(program, '@') - 1) AS package_id, min(agency), count(*),
    sum(status = 'terminated' AND d.instance IS NULL), sum(d.instance IS NOT NULL)
  FROM instances i LEFT JOIN decisions d ON d.instance = i.id GROUP BY package_id;

CREATE TRIGGER services_received AFTER INSERT ON instances BEGIN
  INSERT INTO service_counts VALUES (substr(NEW.program, 1, instr(NEW.program, '@') - 1), NEW.agency, 1, 0, 0)
    ON CONFLICT (package_id) DO UPDATE SET received = received + 1;
END;
CREATE TRIGGER services_ended_at_once AFTER INSERT ON instances WHEN NEW.status = 'completed' BEGIN
  INSERT INTO decisions VALUES (NEW.id, substr(NEW.program, 1, instr(NEW.program, '@') - 1), NEW.started_at, 0)
    ON CONFLICT (instance) DO NOTHING;
END;
CREATE TRIGGER services_ended AFTER UPDATE OF status ON instances WHEN NEW.status = 'completed' AND OLD.status <> 'completed' BEGIN
  INSERT INTO decisions VALUES (NEW.id, substr(NEW.program, 1, instr(NEW.program, '@') - 1), NEW.ended_at,
    max(NEW.ended_at - NEW.started_at, 0)) ON CONFLICT (instance) DO NOTHING;
END;
CREATE TRIGGER services_called_off AFTER UPDATE OF status ON instances
  WHEN NEW.status = 'terminated' AND OLD.status <> 'terminated'
    AND NOT EXISTS (SELECT 1 FROM decisions WHERE instance = NEW.id) BEGIN
  UPDATE service_counts SET called_off = called_off + 1
    WHERE package_id = substr(NEW.program, 1, instr(NEW.program, '@') - 1);
END;
CREATE TRIGGER services_certified AFTER INSERT ON certificates BEGIN
  INSERT INTO decisions SELECT i.id, substr(i.program, 1, instr(i.program, '@') - 1), NEW.issued_at,
    max(NEW.issued_at - i.started_at, 0) FROM instances i WHERE i.id = NEW.instance
    ON CONFLICT (instance) DO NOTHING;
END;
CREATE TRIGGER decisions_counted AFTER INSERT ON decisions BEGIN
  UPDATE service_counts SET decided = decided + 1 WHERE package_id = NEW.package_id;
END;
