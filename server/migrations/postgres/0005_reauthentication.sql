-- The vehicle of an owner who only has to log in at the car's maker again; NULL: the attempt goes
-- through Connect.
ALTER TABLE login_attempt ADD COLUMN reauthenticates TEXT;
