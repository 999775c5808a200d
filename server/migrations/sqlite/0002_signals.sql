-- What each signal of a vehicle last said. The JSON is Smartcar's own, as it was received: what
-- Carport cannot read today it can read tomorrow. A signal in trouble keeps its last good reading.
-- Three instants: when the car says it was so (`at`), when Smartcar took it in (`reported_at`), and
-- when Carport did (`received_at`).
CREATE TABLE signal (
    user_id             TEXT    NOT NULL,
    vehicle_id          TEXT    NOT NULL,
    code                TEXT    NOT NULL,
    good                TEXT,
    good_at             INTEGER,
    good_reported_at    INTEGER,
    good_received_at    INTEGER,
    trouble             TEXT,
    trouble_reported_at INTEGER,
    trouble_received_at INTEGER,
    PRIMARY KEY (user_id, vehicle_id, code),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- When the signals were read last, and what was asked of Smartcar for this vehicle. A month is
-- counted from the year 0.
ALTER TABLE vehicle ADD COLUMN signals_read_at INTEGER;
ALTER TABLE vehicle ADD COLUMN request_month INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vehicle ADD COLUMN requests_in_month INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vehicle ADD COLUMN blocked_until INTEGER;

-- The bucket of requests that Smartcar gives the whole application: one row.
CREATE TABLE application_budget (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    level         REAL    NOT NULL,
    level_at      INTEGER,
    blocked_until INTEGER
) STRICT;

INSERT INTO application_budget (id, level) VALUES (1, 0);
