SELECT record_offset, topic, reason, came_at,
  (SELECT COUNT(*) FROM dead_letter left_over WHERE left_over.redriven = 0) AS amount
FROM dead_letter
WHERE redriven = 0
ORDER BY record_offset DESC
LIMIT 1
