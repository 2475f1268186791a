SELECT LOWER(transition) AS transition, COUNT(*) AS amount FROM transition GROUP BY transition
