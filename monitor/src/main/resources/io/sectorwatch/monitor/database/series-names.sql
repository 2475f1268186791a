SELECT series FROM fact WHERE <conditions> GROUP BY series ORDER BY series LIMIT :limit
