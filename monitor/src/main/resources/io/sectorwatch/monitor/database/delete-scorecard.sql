DELETE FROM scorecard WHERE area = ? AND sector = ?
