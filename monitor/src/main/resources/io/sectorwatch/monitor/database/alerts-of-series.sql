SELECT t.alert, t.transition, t.rule, t.severity, t.since, t.period, t.certainty, t.message, t.decided_at,
  (SELECT MAX(raised.decided_at) FROM transition raised
   WHERE raised.alert = t.alert AND raised.transition = 'RAISED' AND raised.decided_at <= :asOf) AS raised_at
FROM transition t
WHERE t.series = :series AND t.decided_at <= :asOf
  AND NOT EXISTS (
    SELECT 1 FROM transition later
    WHERE later.alert = t.alert AND later.record_offset > t.record_offset AND later.decided_at <= :asOf)
ORDER BY raised_at, t.alert
