-- Money that goes back to citizens: of one charge at most one refund that is not rejected.

CREATE TABLE refunds (
  id TEXT NOT NULL PRIMARY KEY,
  charge TEXT NOT NULL REFERENCES charges (id),
  attempt INTEGER NOT NULL,
  agency TEXT NOT NULL,
  instance TEXT NOT NULL,
  job TEXT NOT NULL,
  reference TEXT NOT NULL,
  bill_no TEXT NOT NULL,
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  check_at INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  ilp_packet TEXT,
  condition TEXT,
  expires INTEGER,
  completed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX refunds_charge ON refunds (charge) WHERE state <> 'rejected';
CREATE UNIQUE INDEX refunds_attempt ON refunds (charge, attempt);
CREATE INDEX refunds_job ON refunds (job);
CREATE INDEX refunds_instance ON refunds (instance);
CREATE INDEX refunds_due ON refunds (check_at) WHERE state NOT IN ('committed', 'rejected');
