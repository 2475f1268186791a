INSERT INTO transition (partition_no, record_offset, alert, transition, reason, rule, rule_hash, severity, series,
  indicator, area, sector, since, period, certainty, message, decided_at, release, newest, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (partition_no, record_offset) DO NOTHING
