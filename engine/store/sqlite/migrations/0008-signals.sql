-- Signals: told to everybody who waits for them at that moment, kept for nobody who comes later.

-- Open waits of instances.
CREATE TABLE signal_subscriptions (
  instance TEXT NOT NULL,
  id INTEGER NOT NULL,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (instance, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX signal_subscriptions_name ON signal_subscriptions (agency, name);

-- Start events of the latest versions.
CREATE TABLE start_signals (
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  name TEXT NOT NULL,
  package_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  PRIMARY KEY (program, element, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX start_signals_name ON start_signals (agency, name);

-- What was thrown, as long as somebody has not got it or its sender may repeat it. A number is never given again.
CREATE TABLE signals (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  signal_id TEXT,
  variables TEXT NOT NULL,
  thrown_at INTEGER NOT NULL,
  origin TEXT,
  reached INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX signals_id ON signals (agency, name, signal_id) WHERE signal_id IS NOT NULL;
CREATE INDEX signals_thrown ON signals (thrown_at);

-- target: an instance with the waits it had, or the program to begin at its start event `element`.
CREATE TABLE signal_deliveries (
  signal INTEGER NOT NULL,
  target TEXT NOT NULL,
  element TEXT NOT NULL,
  agency TEXT NOT NULL,
  due INTEGER NOT NULL,
  waits TEXT,
  PRIMARY KEY (signal, target, element)
) STRICT, WITHOUT ROWID;
CREATE INDEX signal_deliveries_due ON signal_deliveries (agency, due);
