SELECT partition_no, effective, rule, json FROM rule
WHERE effective <= :asOf
ORDER BY partition_no, record_offset
