SELECT * FROM policy WHERE state = 'valid' AND published <= :asOf LIMIT :limit
