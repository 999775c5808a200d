-- What an owner wants to be told of a vehicle. The threshold is in minutes, percent, pascals or hours,
-- as the rule says; `on_since` is NULL while it is off. What the vehicle has said of it since then:
-- when it was last known not to be so, since when it is so, when it was last known to be so, and
-- since when it was so when the owner was told last. At `due_at` time alone may bring a notice. The
-- version is raised with each of these: of two who look at once, one looks again.
CREATE TABLE watch_rule (
    user_id     TEXT        NOT NULL,
    vehicle_id  TEXT        NOT NULL,
    rule        TEXT        NOT NULL,
    threshold   BIGINT      NOT NULL,
    on_since    TIMESTAMPTZ,
    contrary_at TIMESTAMPTZ,
    so_since    TIMESTAMPTZ,
    so_at       TIMESTAMPTZ,
    told_since  TIMESTAMPTZ,
    due_at      TIMESTAMPTZ,
    version     BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, vehicle_id, rule),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
);

CREATE INDEX watch_rule_due ON watch_rule (due_at) WHERE due_at IS NOT NULL;

-- What was noticed. `finding` is what the vehicle said, as JSON.
CREATE TABLE notice (
    id          TEXT        PRIMARY KEY,
    user_id     TEXT        NOT NULL,
    vehicle_id  TEXT        NOT NULL,
    rule        TEXT        NOT NULL,
    threshold   BIGINT      NOT NULL,
    finding     TEXT,
    since       TIMESTAMPTZ NOT NULL,
    noticed_at  TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ,
    put_away_at TIMESTAMPTZ,
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
);

-- At most one at a time, however many replicas look.
CREATE UNIQUE INDEX notice_open ON notice (user_id, vehicle_id, rule) WHERE ended_at IS NULL;
CREATE INDEX notice_list ON notice (user_id, vehicle_id, noticed_at);
CREATE INDEX notice_ended_at ON notice (ended_at) WHERE ended_at IS NOT NULL;
