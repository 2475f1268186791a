SELECT release, source, title, published, added, revised, withdrawn,
  (SELECT COUNT(*) FROM transition t WHERE t.release = r.release) AS transitions
FROM release r
WHERE <conditions>
ORDER BY published DESC, release DESC
LIMIT :limit
