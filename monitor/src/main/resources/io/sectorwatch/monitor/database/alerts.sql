SELECT t.json, t.release, t.decided_at, t.alert,
  (SELECT MAX(raised.decided_at) FROM transition raised
   WHERE raised.alert = t.alert AND raised.transition = 'RAISED') AS raised_at,
  (SELECT r.title FROM rule r WHERE r.rule = t.rule AND r.hash = t.rule_hash LIMIT 1) AS rule_title
FROM transition t
WHERE t.newest = 1 AND <conditions>
ORDER BY t.decided_at DESC, t.alert DESC
LIMIT :limit
