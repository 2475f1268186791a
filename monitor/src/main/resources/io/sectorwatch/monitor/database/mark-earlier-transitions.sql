UPDATE transition SET newest = 0 WHERE alert = ? AND newest = 1
