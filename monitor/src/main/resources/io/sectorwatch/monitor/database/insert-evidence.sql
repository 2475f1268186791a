INSERT INTO evidence (fact, partition_no, record_offset)
VALUES (?, ?, ?)
ON CONFLICT (fact, partition_no, record_offset) DO NOTHING
