SELECT t.partition_no, t.record_offset, t.json, t.release FROM transition t
WHERE <conditions>
ORDER BY t.partition_no, t.record_offset
LIMIT :limit
