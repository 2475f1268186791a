-- Nothing is changed where another monitor has read on.
UPDATE topic_offset
SET next_offset = ?, known_at = CASE WHEN known_at IS NULL OR known_at < ? THEN ? ELSE known_at END
WHERE topic = ? AND partition_no = ? AND next_offset = ?
