-- What services are in force, and the papers, calls, charges and notices of the applications.

CREATE TABLE deployments (
  package_id TEXT NOT NULL,
  version TEXT NOT NULL,
  major INTEGER NOT NULL,
  minor INTEGER NOT NULL,
  patch INTEGER NOT NULL,
  agency TEXT NOT NULL,
  digest TEXT NOT NULL,
  deployed_at INTEGER NOT NULL,
  deployed_by TEXT NOT NULL,
  zip BLOB NOT NULL,
  PRIMARY KEY (package_id, version)
) STRICT;

-- Of the highest version of each package only.
CREATE TABLE start_timers (
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  package_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  due INTEGER NOT NULL,
  repeat TEXT,
  PRIMARY KEY (program, element)
) STRICT, WITHOUT ROWID;

CREATE TABLE start_messages (
  program TEXT NOT NULL,
  element TEXT NOT NULL,
  package_id TEXT NOT NULL,
  agency TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (program, element)
) STRICT, WITHOUT ROWID;

CREATE TABLE contents (
  digest TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE documents (
  seq INTEGER PRIMARY KEY,
  instance TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES contents,
  source TEXT NOT NULL,
  agency TEXT NOT NULL,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (instance, digest, source)
) STRICT;

CREATE TABLE certificates (
  serial TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  instance TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES contents,
  issued_at INTEGER NOT NULL,
  valid_until INTEGER,
  status TEXT NOT NULL,
  revoked_at INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX certificates_digest ON certificates (digest);

CREATE TABLE bus_calls (
  seq INTEGER PRIMARY KEY,
  agency TEXT NOT NULL,
  instance TEXT NOT NULL,
  job TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  at INTEGER NOT NULL,
  took REAL NOT NULL,
  client TEXT NOT NULL,
  service TEXT NOT NULL,
  method TEXT NOT NULL,
  message_id TEXT NOT NULL,
  request_id TEXT,
  request_hash TEXT,
  request_digest TEXT,
  response_digest TEXT,
  status INTEGER,
  error_type TEXT,
  error_detail TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX bus_calls_instance ON bus_calls (instance);
CREATE INDEX bus_calls_job ON bus_calls (job);

-- settled: the charge is committed and the job that asked was seen to be closed.
CREATE TABLE charges (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL,
  instance TEXT NOT NULL,
  job TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  bill_no TEXT NOT NULL,
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  payer TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  check_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  transaction_id TEXT,
  quote_id TEXT,
  quote TEXT,
  transfer_id TEXT,
  fulfilment TEXT,
  completed_at INTEGER,
  receipt_no TEXT,
  settled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX charges_instance ON charges (instance);
CREATE UNIQUE INDEX charges_transfer ON charges (transfer_id) WHERE transfer_id IS NOT NULL;
CREATE INDEX charges_transaction ON charges (transaction_id) WHERE transaction_id IS NOT NULL;
CREATE INDEX charges_due ON charges (check_at) WHERE state NOT IN ('committed', 'rejected', 'expired');
CREATE INDEX charges_unsettled ON charges (changed_at) WHERE state = 'committed' AND settled = 0;

CREATE TABLE inbound (
  resource TEXT NOT NULL,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  charge TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (resource, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  agency TEXT NOT NULL,
  instance TEXT NOT NULL,
  channel TEXT NOT NULL,
  "to" TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX notices_instance ON notices (instance);
