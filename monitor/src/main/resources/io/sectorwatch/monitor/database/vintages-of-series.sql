-- In the order in which they count: the last of a period is its current one.
SELECT f.*,
  (SELECT c.because FROM correction c WHERE c.fact = f.id ORDER BY c.said_at DESC, c.state DESC LIMIT 1) AS because
FROM fact f
WHERE f.series = :series
ORDER BY f.period, f.published, f.source, (f.value IS NOT NULL), f.number, f.id
