SELECT t.json, t.release, t.decided_at, t.alert,
  (SELECT MIN(first.decided_at) FROM transition first WHERE first.alert = t.alert) AS raised_at,
  (SELECT r.title FROM rule r WHERE r.rule = t.rule AND r.hash = t.rule_hash LIMIT 1) AS rule_title
FROM transition t
WHERE t.newest = 1 AND <conditions>
ORDER BY t.decided_at DESC, t.alert DESC
LIMIT :limit
