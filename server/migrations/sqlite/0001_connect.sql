-- Instants are milliseconds since 1970 (UTC); digests are SHA-256.

CREATE TABLE login_attempt (
    state_digest   BLOB    PRIMARY KEY,
    browser_digest BLOB    NOT NULL,
    external_id    TEXT    NOT NULL,
    return_to      TEXT    NOT NULL,
    started_at     INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL,
    used_at        INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX login_attempt_expires_at ON login_attempt (expires_at);

CREATE TABLE session (
    id_digest  BLOB    PRIMARY KEY,
    data       TEXT    NOT NULL,
    garage_id  TEXT,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_expires_at ON session (expires_at);

CREATE TABLE owner (
    user_id    TEXT    PRIMARY KEY,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which owners a browser session has shown itself to be. The garage outlives the rotation of the
-- session's id.
CREATE TABLE garage_owner (
    garage_id TEXT    NOT NULL,
    user_id   TEXT    NOT NULL REFERENCES owner (user_id) ON DELETE CASCADE,
    added_at  INTEGER NOT NULL,
    PRIMARY KEY (garage_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX garage_owner_user_id ON garage_owner (user_id);

CREATE TABLE vehicle (
    user_id         TEXT    NOT NULL REFERENCES owner (user_id) ON DELETE CASCADE,
    vehicle_id      TEXT    NOT NULL,
    connection_id   TEXT    NOT NULL,
    make            TEXT,
    model           TEXT,
    year            INTEGER,
    powertrain_type TEXT,
    mode            TEXT,
    permissions     TEXT    NOT NULL,
    connected_at    INTEGER NOT NULL,
    read_at         INTEGER NOT NULL,
    PRIMARY KEY (user_id, vehicle_id)
) STRICT, WITHOUT ROWID;
