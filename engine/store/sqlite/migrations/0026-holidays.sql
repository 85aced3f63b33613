-- Days on which agencies do not work, as they were announced, kept for ever. agency '' stands for every agency, governorate
-- '' for everywhere. spread: what of it was carried to every running application: 1 the announcement, 2 the withdrawal too.
CREATE TABLE holidays (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  agency TEXT NOT NULL,
  governorate TEXT NOT NULL,
  title_ar TEXT NOT NULL,
  title_en TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  announced_at INTEGER NOT NULL,
  announced_by TEXT NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_by TEXT,
  withdraw_reason TEXT,
  spread INTEGER NOT NULL DEFAULT 0
) STRICT;
