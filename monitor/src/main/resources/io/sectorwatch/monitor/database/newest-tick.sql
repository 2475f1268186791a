SELECT MAX(told_at) FROM tick WHERE told_at <= :asOf HAVING MAX(told_at) IS NOT NULL
