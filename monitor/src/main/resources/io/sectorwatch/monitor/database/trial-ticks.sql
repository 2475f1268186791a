SELECT told_at FROM tick WHERE told_at <= :asOf ORDER BY told_at LIMIT :limit
