INSERT INTO rule (partition_no, record_offset, rule, effective, hash, title, severity, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (partition_no, record_offset) DO NOTHING
