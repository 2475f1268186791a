INSERT INTO policy (id, policy, title, area, sectors, kind, stance, occurred, published, source, locator, url,
  instruments, actors, release, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
