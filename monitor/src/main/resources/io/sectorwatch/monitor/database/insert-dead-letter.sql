INSERT INTO dead_letter (record_offset, topic, partition_no, origin_offset, reason, came_at, content, redriven)
VALUES (?, ?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (record_offset) DO NOTHING
