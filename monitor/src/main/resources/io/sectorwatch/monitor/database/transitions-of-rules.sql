SELECT t.rule, t.transition, COUNT(*) AS times,
  SUM(CASE WHEN t.transition IN ('RAISED', 'UPDATED') AND NOT EXISTS (
    SELECT 1 FROM transition later
    WHERE later.alert = t.alert AND later.record_offset > t.record_offset AND later.decided_at <= :asOf)
  THEN 1 ELSE 0 END) AS open_now
FROM transition t
WHERE t.decided_at <= :asOf
GROUP BY t.rule, t.transition
