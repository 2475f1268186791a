SELECT json FROM scorecard WHERE <conditions> ORDER BY sector, area
