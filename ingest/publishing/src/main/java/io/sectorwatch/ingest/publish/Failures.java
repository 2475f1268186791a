package io.sectorwatch.ingest.publish;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What Kafka's exceptions mean to a person. */
record Failures(String server, String transactionalId) {
    static Failures of(Map<String, Object> config) {
        return new Failures(
                String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)),
                String.valueOf(config.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG)));
    }

    PublishException missing(List<String> topics) {
        return new PublishException("Kafka at " + server + " has no topic " + String.join(" and no topic ", topics)
                + ": create the topics first (sectorwatch topics)");
    }

    PublishException connecting(Exception e) {
        Throwable cause = innermost(e);
        if (cause instanceof TransactionalIdAuthorizationException) {
            return new PublishException(
                    "this user may not Write the transactional id " + transactionalId + " at " + server
                            + ": docs/security.md lists the rights that each command needs",
                    e);
        }
        return cause instanceof TimeoutException
                ? new PublishException(
                        "Kafka at " + server + " does not answer: is it running, and is this its address?", e)
                : new PublishException("Kafka at " + server + " cannot be used: " + words(cause), e);
    }

    PublishException publishing(Exception e) {
        Throwable cause = innermost(e);
        if (cause instanceof TimeoutException) {
            return new PublishException(
                    "Kafka at " + server
                            + " stopped answering: the facts may or may not be published, and can be published"
                            + " again without harm",
                    e);
        }
        if (isFenced(cause)) {
            return new PublishException(
                    "nothing was published: another process publishes under the same transactional id "
                            + transactionalId + ", or this one was too slow; try again when it alone is running",
                    e);
        }
        return new PublishException("nothing was published: Kafka at " + server + " refused it: " + words(cause), e);
    }

    /** Whether the transaction can no longer be ended from here, so that waiting for its end is in vain. */
    static boolean isBeyondReach(Exception e) {
        Throwable cause = innermost(e);
        return cause instanceof TimeoutException || isFenced(cause);
    }

    private static boolean isFenced(Throwable cause) {
        return cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
