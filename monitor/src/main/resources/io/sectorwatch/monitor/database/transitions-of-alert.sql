SELECT json, release FROM transition
WHERE alert = :alert AND decided_at <= :asOf
ORDER BY record_offset
