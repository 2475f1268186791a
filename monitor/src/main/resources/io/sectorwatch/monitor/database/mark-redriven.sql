UPDATE dead_letter SET redriven = 1 WHERE record_offset = ?
