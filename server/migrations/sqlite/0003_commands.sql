-- The ledger of commands: a row is there before the request is sent. `command` is the command as
-- JSON. While somebody works on a command, `held_until` is ahead; a row under way whose time has
-- passed was left behind.
CREATE TABLE command (
    id          TEXT    PRIMARY KEY,
    user_id     TEXT    NOT NULL,
    vehicle_id  TEXT    NOT NULL,
    form_key    TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    sent_at     INTEGER,
    answered_at INTEGER,
    seen_at     INTEGER,
    held_until  INTEGER,
    refusal     TEXT,
    request_id  TEXT,
    schedule_id TEXT,
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX command_history ON command (user_id, vehicle_id, asked_at);
CREATE INDEX command_form_key ON command (user_id, vehicle_id, form_key);

-- One at a time for each vehicle.
CREATE UNIQUE INDEX command_under_way ON command (user_id, vehicle_id)
    WHERE state IN ('asked', 'sent');
