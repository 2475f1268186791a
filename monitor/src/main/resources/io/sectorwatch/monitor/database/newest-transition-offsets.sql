SELECT partition_no, MAX(record_offset) AS newest FROM transition GROUP BY partition_no
