-- Days on which an office closes early, '12:00', instead of not working at all ('').
ALTER TABLE holidays ADD COLUMN closes TEXT NOT NULL DEFAULT '';
