-- Applications that answer signals with signals could tell each other for ever: how far the first of them has led.

-- The first signal of those that followed from each other; and on that one, the deliveries of all the others.
ALTER TABLE signals ADD COLUMN root INTEGER;
ALTER TABLE signals ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
