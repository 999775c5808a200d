-- How often it was tried to work on this, so that what fails each time, or ends the whole program, is
-- not tried for ever.
ALTER TABLE delivery ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
