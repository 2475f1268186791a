SELECT topic, partition_no, topic_id, next_offset, known_at FROM topic_offset
