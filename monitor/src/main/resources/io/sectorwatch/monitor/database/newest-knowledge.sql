SELECT MAX(known_at) FROM topic_offset WHERE known_at IS NOT NULL
