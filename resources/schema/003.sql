-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3 of an Assay project. The log (event, content) is the truth and keeps its shape in every schema;
-- but for "waiting", which is a fact of this file alone, every other table is a projection of the log that can be
-- dropped and rebuilt, which is all a migration does. meta.layout: the highest version of a sentence table in the file.
-- One statement ends with a semicolon at the end of a line.

CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What people did, in the order of each writing session. chain = SHA-256 over this row and the link before.
CREATE TABLE event (
  replica BLOB NOT NULL, n INTEGER NOT NULL, lamport INTEGER NOT NULL, reviewer BLOB NOT NULL,
  time TEXT NOT NULL, edit BLOB NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (replica, n)) STRICT, WITHOUT ROWID;

-- Texts of articles are few among many events; this index finds them without a scan.
CREATE INDEX event_article ON event (kind) WHERE kind IN ('article-added', 'text-revision');

-- So are erasures, which every edit with words has to ask for.
CREATE INDEX event_erasure ON event (kind) WHERE kind = 'article-erased';

-- Articles that were erased in another copy, and not in this file: hidden, their words are still here. Every other
-- article that an event erases is erased here.
CREATE TABLE waiting (article BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Large or erasable bytes by hash. codec 0: as they are; 1: qCompress. size: before compression.
CREATE TABLE content (
  id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, codec INTEGER NOT NULL, size INTEGER NOT NULL,
  bytes BLOB NOT NULL) STRICT;

-- Projection: the last link of each writing session's chain. seen: a later session's first event records it.
CREATE TABLE head (
  replica BLOB NOT NULL PRIMARY KEY, n INTEGER NOT NULL, lamport INTEGER NOT NULL, chain BLOB NOT NULL,
  seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Projection: small numbers for uuids, used by cell alone.
CREATE TABLE identity (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE) STRICT;

-- Projection: the present value of everything that can be said (see models/project/cell.h). revision: of the
-- article's text that start and finish are in; other: the other end of a link, the name of a field.
CREATE TABLE cell (
  article INTEGER NOT NULL, reviewer INTEGER NOT NULL, field INTEGER NOT NULL, start INTEGER NOT NULL,
  finish INTEGER NOT NULL, revision INTEGER NOT NULL, other TEXT NOT NULL, number INTEGER NOT NULL,
  text TEXT NOT NULL, lamport INTEGER NOT NULL, replica INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (article, reviewer, field, start, finish, revision, other)) STRICT, WITHOUT ROWID;
