INSERT INTO topic_offset (topic, partition_no, topic_id, next_offset, known_at)
VALUES (?, ?, ?, ?, NULL)
ON CONFLICT (topic, partition_no) DO NOTHING
