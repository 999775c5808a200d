-- What the owner calls the vehicle; NULL: what Smartcar calls it.
ALTER TABLE vehicle ADD COLUMN given_name TEXT;
