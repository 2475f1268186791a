INSERT INTO tick (told_at) VALUES (?) ON CONFLICT (told_at) DO NOTHING
