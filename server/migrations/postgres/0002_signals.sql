-- What each signal of a vehicle last said. The JSON is Smartcar's own, as it was received: what
-- Carport cannot read today it can read tomorrow. A signal in trouble keeps its last good reading.
-- Three instants: when the car says it was so (`at`), when Smartcar took it in (`reported_at`), and
-- when Carport did (`received_at`).
CREATE TABLE signal (
    user_id             TEXT        NOT NULL,
    vehicle_id          TEXT        NOT NULL,
    code                TEXT        NOT NULL,
    good                TEXT,
    good_at             TIMESTAMPTZ,
    good_reported_at    TIMESTAMPTZ,
    good_received_at    TIMESTAMPTZ,
    trouble             TEXT,
    trouble_reported_at TIMESTAMPTZ,
    trouble_received_at TIMESTAMPTZ,
    PRIMARY KEY (user_id, vehicle_id, code),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
);

-- When the signals were read last, and what was asked of Smartcar for this vehicle. A month is
-- counted from the year 0.
ALTER TABLE vehicle
    ADD COLUMN signals_read_at   TIMESTAMPTZ,
    ADD COLUMN request_month     INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN requests_in_month INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN blocked_until     TIMESTAMPTZ;

-- The bucket of requests that Smartcar gives the whole application: one row.
CREATE TABLE application_budget (
    id            INTEGER          PRIMARY KEY CHECK (id = 1),
    level         DOUBLE PRECISION NOT NULL,
    level_at      TIMESTAMPTZ,
    blocked_until TIMESTAMPTZ
);

INSERT INTO application_budget (id, level) VALUES (1, 0);
