package io.sectorwatch.deliver;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import org.apache.kafka.clients.admin.Admin;

/** How far a group has come. */
final class GroupOffsets {
    /** In how many partitions it has said so. */
    static int committed(Server server, String group) {
        try (Admin admin = server.admin()) {
            return new Offsets(admin).committed(group).size();
        }
    }

    private GroupOffsets() {}
}
