INSERT INTO release (release, source, title, published, added, revised, withdrawn)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (release) DO NOTHING
