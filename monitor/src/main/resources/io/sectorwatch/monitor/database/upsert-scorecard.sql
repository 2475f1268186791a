INSERT INTO scorecard (area, sector, state, known_at, json)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (area, sector) DO UPDATE SET state = excluded.state, known_at = excluded.known_at, json = excluded.json
