-- Digests are SHA-256.

CREATE TABLE login_attempt (
    state_digest   BYTEA       PRIMARY KEY,
    browser_digest BYTEA       NOT NULL,
    external_id    TEXT        NOT NULL,
    return_to      TEXT        NOT NULL,
    started_at     TIMESTAMPTZ NOT NULL,
    expires_at     TIMESTAMPTZ NOT NULL,
    used_at        TIMESTAMPTZ
);

CREATE INDEX login_attempt_expires_at ON login_attempt (expires_at);

CREATE TABLE session (
    id_digest  BYTEA       PRIMARY KEY,
    data       TEXT        NOT NULL,
    garage_id  TEXT,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX session_expires_at ON session (expires_at);

CREATE TABLE owner (
    user_id    TEXT        PRIMARY KEY,
    created_at TIMESTAMPTZ NOT NULL
);

-- Which owners a browser session has shown itself to be. The garage outlives the rotation of the
-- session's id.
CREATE TABLE garage_owner (
    garage_id TEXT        NOT NULL,
    user_id   TEXT        NOT NULL REFERENCES owner (user_id) ON DELETE CASCADE,
    added_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (garage_id, user_id)
);

CREATE INDEX garage_owner_user_id ON garage_owner (user_id);

CREATE TABLE vehicle (
    user_id         TEXT        NOT NULL REFERENCES owner (user_id) ON DELETE CASCADE,
    vehicle_id      TEXT        NOT NULL,
    connection_id   TEXT        NOT NULL,
    make            TEXT,
    model           TEXT,
    year            INTEGER,
    powertrain_type TEXT,
    mode            TEXT,
    permissions     TEXT        NOT NULL,
    connected_at    TIMESTAMPTZ NOT NULL,
    read_at         TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, vehicle_id)
);
