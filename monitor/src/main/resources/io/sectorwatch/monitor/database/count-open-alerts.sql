SELECT rule, area, sector, severity, COUNT(*) AS amount
FROM transition
WHERE newest = 1 AND transition IN ('RAISED', 'UPDATED')
GROUP BY rule, area, sector, severity
