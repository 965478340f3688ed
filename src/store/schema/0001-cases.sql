-- The case file. What people did is in `entry` alone, which is only ever appended to; the rest is what was imported.
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL, prefix TEXT NOT NULL, address TEXT NOT NULL, contact TEXT NOT NULL, phone TEXT NOT NULL
) STRICT;

CREATE TABLE inspection (
  number INTEGER PRIMARY KEY,
  title TEXT NOT NULL, date TEXT NOT NULL, input_hash TEXT NOT NULL,
  whole INTEGER NOT NULL,              -- whether objects without findings are known too
  run TEXT NOT NULL, summary TEXT NOT NULL, kept TEXT NOT NULL, not_checked TEXT NOT NULL
) STRICT;

-- A shop, a sign, a name: as last written.
CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, unit TEXT NOT NULL, credit_code TEXT NOT NULL, street TEXT NOT NULL, community TEXT NOT NULL,
  address TEXT NOT NULL, contact TEXT NOT NULL, category TEXT NOT NULL, scene TEXT NOT NULL
) STRICT;

-- An object in an inspection; `how` is the stage at which it was known again, empty when it was new.
CREATE TABLE sighting (
  inspection INTEGER NOT NULL REFERENCES inspection, object INTEGER NOT NULL REFERENCES object,
  name TEXT NOT NULL, address TEXT NOT NULL, how TEXT NOT NULL,
  PRIMARY KEY (inspection, object)
) STRICT, WITHOUT ROWID;

-- A known object and a new one that may be the same: for a person to look at, never merged.
CREATE TABLE doubt (
  inspection INTEGER NOT NULL REFERENCES inspection, known INTEGER NOT NULL REFERENCES object,
  seen INTEGER NOT NULL REFERENCES object, why TEXT NOT NULL,
  PRIMARY KEY (inspection, known, seen)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  object INTEGER NOT NULL REFERENCES object, rule TEXT NOT NULL, text TEXT NOT NULL, department TEXT NOT NULL,
  UNIQUE (object, rule, text)
) STRICT;

-- A problem in an inspection: the first finding of it there, and how many there were.
CREATE TABLE occurrence (
  inspection INTEGER NOT NULL REFERENCES inspection, problem INTEGER NOT NULL REFERENCES problem,
  findings INTEGER NOT NULL, finding TEXT NOT NULL,
  PRIMARY KEY (inspection, problem)
) STRICT, WITHOUT ROWID;

-- What people did, in order; every row carries the hash of the one before it.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, by TEXT NOT NULL, problem TEXT NOT NULL, detail TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER entry_stands BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;
