SELECT p.* FROM policy p
WHERE p.state = 'valid' AND p.published <= :asOf
  AND NOT EXISTS (
    SELECT 1 FROM policy later
    WHERE later.policy = p.policy AND later.state = 'valid' AND later.published <= :asOf
      AND (later.published > p.published OR (later.published = p.published AND later.id > p.id)))
  AND <conditions>
ORDER BY p.published DESC, p.policy DESC
LIMIT :limit
