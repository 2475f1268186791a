SELECT t.alert, t.transition, t.rule, t.severity, t.since, t.period, t.certainty, t.message, t.decided_at,
  (SELECT MIN(first.decided_at) FROM transition first WHERE first.alert = t.alert) AS raised_at
FROM transition t
WHERE t.series = :series AND t.decided_at <= :asOf
  AND NOT EXISTS (
    SELECT 1 FROM transition later
    WHERE later.alert = t.alert AND later.record_offset > t.record_offset AND later.decided_at <= :asOf)
ORDER BY raised_at, t.alert
