-- Of each series what its newest vintage says.
SELECT f.indicator, f.source, f.next_release, COUNT(DISTINCT f.series) AS series
FROM fact f
WHERE f.next_release IS NOT NULL AND f.state = 'valid' AND f.published <= :asOf
  AND NOT EXISTS (
    SELECT 1 FROM fact later
    WHERE later.series = f.series AND later.state = 'valid' AND later.published <= :asOf
      AND later.published > f.published)
GROUP BY f.indicator, f.source, f.next_release
ORDER BY f.next_release, f.indicator, f.source
