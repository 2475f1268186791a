SELECT * FROM policy WHERE state = 'valid' AND (area = :area OR :area = '')
