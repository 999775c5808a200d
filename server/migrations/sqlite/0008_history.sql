-- What vehicles said over time. A series is one measure of one vehicle, in one unit. Its id is never
-- given twice: what is left of a series that was removed is nobody's until it is swept away. Before
-- `raw_from` there are no readings any more, and none is taken in; before `hours_from` there are no
-- hours any more. Both are the beginning of a day (UTC), as every day is.
CREATE TABLE series (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    TEXT    NOT NULL,
    vehicle_id TEXT    NOT NULL,
    measure    TEXT    NOT NULL,
    raw_from   INTEGER NOT NULL,
    hours_from INTEGER NOT NULL,
    UNIQUE (user_id, vehicle_id, measure),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX series_raw_from ON series (raw_from);
CREATE INDEX series_hours_from ON series (hours_from);

-- Each reading, when the car says it was so. Without a foreign key, here and below: millions of rows
-- would go in the very request that removes a vehicle.
CREATE TABLE reading (
    series INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    value  REAL    NOT NULL,
    PRIMARY KEY (series, at)
) STRICT, WITHOUT ROWID;

-- The readings of an hour, summed up.
CREATE TABLE reading_hour (
    series   INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    low      REAL    NOT NULL,
    total    REAL    NOT NULL,
    high     REAL    NOT NULL,
    last     REAL    NOT NULL,
    readings INTEGER NOT NULL,
    PRIMARY KEY (series, start)
) STRICT, WITHOUT ROWID;

-- The hours of a day, summed up.
CREATE TABLE reading_day (
    series   INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    low      REAL    NOT NULL,
    total    REAL    NOT NULL,
    high     REAL    NOT NULL,
    last     REAL    NOT NULL,
    readings INTEGER NOT NULL,
    PRIMARY KEY (series, start)
) STRICT, WITHOUT ROWID;

-- The hours whose readings have changed since they were summed up.
CREATE TABLE reading_due (
    series INTEGER NOT NULL,
    start  INTEGER NOT NULL,
    PRIMARY KEY (series, start)
) STRICT, WITHOUT ROWID;

-- The series that were removed with their vehicle, and whose readings have still to be swept away.
CREATE TABLE series_removed (
    id INTEGER PRIMARY KEY
) STRICT;

-- When a vehicle was charging, as its readings say.
CREATE TABLE charging_session (
    user_id       TEXT    NOT NULL,
    vehicle_id    TEXT    NOT NULL,
    started_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    start_percent REAL,
    end_percent   REAL,
    energy_added  REAL,
    PRIMARY KEY (user_id, vehicle_id, started_at),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER series_is_removed AFTER DELETE ON series
BEGIN
    INSERT INTO series_removed (id) VALUES (old.id);
END;
