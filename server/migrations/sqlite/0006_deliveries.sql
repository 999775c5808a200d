-- What Smartcar has delivered by itself: a row is there before it is answered. `body` is the event as
-- it was received, until it was worked on. The row itself stays a while, so that the same event is
-- taken in once however often it comes.
CREATE TABLE delivery (
    event_id    TEXT    PRIMARY KEY,
    received_at INTEGER NOT NULL,
    body        TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_waiting ON delivery (received_at) WHERE body IS NOT NULL;
CREATE INDEX delivery_age ON delivery (received_at);
