INSERT INTO fact (id, series, indicator, area, sector, frequency, period, value, number, comparator, unit, status,
  published, source, locator, url, next_release, release, state)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING
