SELECT t.area, t.sector, t.severity, COUNT(*) AS amount
FROM transition t
WHERE t.decided_at <= :asOf AND t.transition IN ('RAISED', 'UPDATED')
  AND NOT EXISTS (
    SELECT 1 FROM transition later
    WHERE later.alert = t.alert AND later.record_offset > t.record_offset AND later.decided_at <= :asOf)
GROUP BY t.area, t.sector, t.severity
ORDER BY CASE t.severity WHEN 'info' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END
