-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1 of an Assay project. The log (event, content) is the truth; every other table is a projection
-- of it that can be dropped and rebuilt. One statement ends with a semicolon at the end of a line.

CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What people did, in the order of each writing session. chain = SHA-256 over this row and the link before.
CREATE TABLE event (
  replica BLOB NOT NULL, n INTEGER NOT NULL, lamport INTEGER NOT NULL, reviewer BLOB NOT NULL,
  time TEXT NOT NULL, edit BLOB NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (replica, n)) STRICT, WITHOUT ROWID;

-- Articles are few among many events; this index finds them without a scan.
CREATE INDEX event_article ON event (kind) WHERE kind = 'article-added';

-- Large or erasable bytes by hash. codec 0: as they are; 1: qCompress. size: before compression.
CREATE TABLE content (
  id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, codec INTEGER NOT NULL, size INTEGER NOT NULL,
  bytes BLOB NOT NULL) STRICT;

-- Projection: the last link of each writing session's chain.
CREATE TABLE head (
  replica BLOB NOT NULL PRIMARY KEY, n INTEGER NOT NULL, lamport INTEGER NOT NULL, chain BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Projection: small numbers for uuids, used by cell alone.
CREATE TABLE identity (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE) STRICT;

-- Projection: the present value of everything that can be said (see models/project/fold.h).
CREATE TABLE cell (
  article INTEGER NOT NULL, reviewer INTEGER NOT NULL, field INTEGER NOT NULL, start INTEGER NOT NULL,
  finish INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, lamport INTEGER NOT NULL,
  replica INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (article, reviewer, field, start, finish)) STRICT, WITHOUT ROWID;
