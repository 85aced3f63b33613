-- What comes for an application or a service that is held is kept for it.

-- Since when the application is suspended: nothing finds the subscription meanwhile.
ALTER TABLE subscriptions ADD COLUMN held_at INTEGER;
-- Until now those of suspended applications had no row.
INSERT OR IGNORE INTO subscriptions (instance, id, agency, program, process, name, key, held_at)
  SELECT i.id, CAST(w.key AS INTEGER), i.agency, i.program,
    substr(i.program, 1, instr(i.program, '@') - 1) || substr(i.program, instr(i.program, '/')),
    w.value ->> 'name', w.value ->> 'key', i.changed_at
  FROM instances i, json_each(i.state, '$.waits') w
  WHERE i.status = 'suspended' AND w.value ->> 'kind' = 'message';

-- Due at the end of time (9999-12-31T23:59:59Z): put off until whom it goes to is let go.
CREATE INDEX signal_deliveries_held ON signal_deliveries (target) WHERE due = 253402300799000;
