-- Raised with whatever changes in what an owner sees, in the same transaction: an open page knows by
-- it whether it has missed something.
ALTER TABLE owner ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

-- Until when somebody is working on this, on this replica or another.
ALTER TABLE delivery ADD COLUMN held_until TIMESTAMPTZ;
-- Until when somebody is reading the signals of this vehicle.
ALTER TABLE vehicle ADD COLUMN read_held_until TIMESTAMPTZ;
