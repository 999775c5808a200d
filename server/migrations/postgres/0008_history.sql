-- What vehicles said over time. A series is one measure of one vehicle, in one unit. Its id is never
-- given twice: what is left of a series that was removed is nobody's until it is swept away. Before
-- `raw_from` there are no readings any more, and none is taken in; before `hours_from` there are no
-- hours any more. Both are the beginning of a day (UTC), as every day is.
CREATE TABLE series (
    id         INTEGER     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    TEXT        NOT NULL,
    vehicle_id TEXT        NOT NULL,
    measure    TEXT        NOT NULL,
    raw_from   TIMESTAMPTZ NOT NULL,
    hours_from TIMESTAMPTZ NOT NULL,
    UNIQUE (user_id, vehicle_id, measure),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
);

CREATE INDEX series_raw_from ON series (raw_from);
CREATE INDEX series_hours_from ON series (hours_from);

-- Each reading, when the car says it was so. Without a foreign key, here and below: millions of rows
-- would go in the very request that removes a vehicle. The order of the columns leaves no gaps
-- between them: there are very many rows.
CREATE TABLE reading (
    at     TIMESTAMPTZ      NOT NULL,
    value  DOUBLE PRECISION NOT NULL,
    series INTEGER          NOT NULL,
    PRIMARY KEY (series, at)
);

-- The readings of an hour, summed up.
CREATE TABLE reading_hour (
    start    TIMESTAMPTZ      NOT NULL,
    low      DOUBLE PRECISION NOT NULL,
    total    DOUBLE PRECISION NOT NULL,
    high     DOUBLE PRECISION NOT NULL,
    last     DOUBLE PRECISION NOT NULL,
    series   INTEGER          NOT NULL,
    readings INTEGER          NOT NULL,
    PRIMARY KEY (series, start)
);

-- The hours of a day, summed up.
CREATE TABLE reading_day (
    start    TIMESTAMPTZ      NOT NULL,
    low      DOUBLE PRECISION NOT NULL,
    total    DOUBLE PRECISION NOT NULL,
    high     DOUBLE PRECISION NOT NULL,
    last     DOUBLE PRECISION NOT NULL,
    series   INTEGER          NOT NULL,
    readings INTEGER          NOT NULL,
    PRIMARY KEY (series, start)
);

-- The hours whose readings have changed since they were summed up.
CREATE TABLE reading_due (
    start  TIMESTAMPTZ NOT NULL,
    series INTEGER     NOT NULL,
    PRIMARY KEY (series, start)
);

-- The series that were removed with their vehicle, and whose readings have still to be swept away.
CREATE TABLE series_removed (
    id INTEGER PRIMARY KEY
);

-- When a vehicle was charging, as its readings say.
CREATE TABLE charging_session (
    user_id       TEXT        NOT NULL,
    vehicle_id    TEXT        NOT NULL,
    started_at    TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ,
    start_percent DOUBLE PRECISION,
    end_percent   DOUBLE PRECISION,
    energy_added  DOUBLE PRECISION,
    PRIMARY KEY (user_id, vehicle_id, started_at),
    FOREIGN KEY (user_id, vehicle_id) REFERENCES vehicle (user_id, vehicle_id) ON DELETE CASCADE
);

CREATE FUNCTION note_removed_series() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO series_removed (id) VALUES (old.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER series_is_removed AFTER DELETE ON series
    FOR EACH ROW EXECUTE FUNCTION note_removed_series();
