package io.sectorwatch.processor.topology;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.MemberDescription;

/** The names of the transactions of an application's threads. */
final class TransactionalIds {
    private static final Pattern OF_THREAD = Pattern.compile("(.+)-StreamThread-(\\d+)-consumer");

    private final String applicationId;
    private final Pattern unnamed;

    TransactionalIds(String applicationId) {
        this.applicationId = applicationId;
        // What another application is called may begin like this one's name: only a process id is no part of a name.
        this.unnamed = Pattern.compile(
                Pattern.quote(applicationId) + "-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}-\\d+");
    }

    /** Of a thread of an instance that has a name of its own; Kafka Streams ends its id by the number of the thread. */
    String named(String instanceId, String ofStreams) {
        return applicationId + '-' + instanceId + ofStreams.substring(ofStreams.lastIndexOf('-'));
    }

    /** Of the member of a group; empty where its client has a name that does not tell. */
    Optional<String> of(MemberDescription member) {
        if (member.groupInstanceId().isPresent()) {
            return member.groupInstanceId().map(instance -> applicationId + '-' + instance);
        }
        return Optional.of(OF_THREAD.matcher(member.clientId()))
                .filter(thread -> thread.matches() && thread.group(1).startsWith(applicationId + '-'))
                .map(thread -> thread.group(1) + '-' + thread.group(2));
    }

    /**
     * Those of open transactions that no member will end: of members that were seen and are gone, and of processes without
     * a name of which none is a member.
     */
    Set<String> left(Collection<String> open, Set<String> seen, Set<String> now) {
        Set<String> left = new TreeSet<>();
        for (String id : open) {
            if (!now.contains(id) && (seen.contains(id) || unnamed.matcher(id).matches())) {
                left.add(id);
            }
        }
        return left;
    }
}
