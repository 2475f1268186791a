INSERT INTO correction (fact, state, because, said_at)
VALUES (?, ?, ?, ?)
ON CONFLICT (fact, said_at, state) DO NOTHING
