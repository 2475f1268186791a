package io.sectorwatch.deliver.parked;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** What is parked, and was not taken since. */
public final class ParkedMessages {
    private final Server server;
    private final String topic;

    public ParkedMessages(Server server, Topics topics) {
        this.server = server;
        this.topic = topics.undelivered();
    }

    /** All of it, in its order; throws ServerException where there is no such topic. */
    public List<Parked> all() {
        SortedMap<Long, Parked> parked = new TreeMap<>();
        try (TopicReader reader = new TopicReader(server, topic);
                Admin admin = server.admin()) {
            reader.readThroughOpenTransactions(new Offsets(admin), record -> {
                Long taken = Parked.marked(record);
                if (taken == null) {
                    parked.put(record.offset(), Parked.of(record));
                } else {
                    parked.remove(taken);
                }
            });
        }
        return new ArrayList<>(parked.values());
    }
}
