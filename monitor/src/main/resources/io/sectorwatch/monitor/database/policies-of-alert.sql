SELECT p.* FROM policy p
WHERE p.id IN (
  SELECT e.fact FROM evidence e
  JOIN transition t ON t.partition_no = e.partition_no AND t.record_offset = e.record_offset
  WHERE t.alert = :alert AND t.decided_at <= :asOf)
ORDER BY p.published, p.policy
