SELECT json FROM rule WHERE rule = :rule AND hash = :hash LIMIT 1
