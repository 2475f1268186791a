SELECT * FROM fact
WHERE state = 'valid' AND published <= :asOf AND <conditions>
LIMIT :limit
