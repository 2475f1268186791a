SELECT 'rules' AS sort, COUNT(*) AS amount FROM rule
UNION ALL SELECT 'policies', COUNT(*) FROM policy
UNION ALL SELECT 'releases', COUNT(*) FROM release
UNION ALL SELECT 'corrections', COUNT(*) FROM correction
UNION ALL SELECT 'dead letters', COUNT(*) FROM dead_letter WHERE redriven = 0
