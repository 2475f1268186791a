SELECT f.*,
  (SELECT c.because FROM correction c WHERE c.fact = f.id ORDER BY c.said_at DESC, c.state DESC LIMIT 1) AS because,
  (SELECT MIN(later.published) FROM fact later
   WHERE later.series = f.series AND later.period = f.period AND later.state = 'valid' AND later.published > f.published
     AND later.published <= :asOf) AS superseded
FROM fact f
WHERE f.id IN (
  SELECT e.fact FROM evidence e
  JOIN transition t ON t.partition_no = e.partition_no AND t.record_offset = e.record_offset
  WHERE t.alert = :alert AND t.decided_at <= :asOf)
ORDER BY f.published, f.series, f.period
