SELECT json FROM transition
WHERE rule = :rule AND decided_at <= :asOf
ORDER BY partition_no, record_offset
LIMIT 20000
