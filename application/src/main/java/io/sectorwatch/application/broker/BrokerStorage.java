package io.sectorwatch.application.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The directory of the embedded broker as Kafka wants to find it. */
final class BrokerStorage {

    /** Makes a directory ready where it is not yet, and returns the id of its cluster. */
    static String format(Path directory) {
        String name = directory.toString();
        try {
            MetaPropertiesEnsemble there =
                    new MetaPropertiesEnsemble.Loader().addMetadataLogDir(name).load();
            String clusterId =
                    there.clusterId().orElseGet(() -> Uuid.randomUuid().toString());
            if (there.clusterId().isPresent()) {
                requireKnownVersion(directory);
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerConfig.NODE)
                    .setClusterId(clusterId)
                    .addDirectory(name)
                    .setMetadataLogDirectory(name)
                    .setControllerListenerName(BrokerConfig.CONTROLLER)
                    .setIgnoreFormatted(true)
                    .run();
            return clusterId;
        } catch (BrokerException e) {
            throw e;
        } catch (Exception e) {
            throw new BrokerException(
                    "the directory " + directory + " cannot be used by the embedded broker: "
                            + InnermostCause.innermost(e),
                    e);
        }
    }

    private static void requireKnownVersion(Path directory) throws Exception {
        MetadataVersion newest = MetadataVersion.latestProduction();
        short there = new BootstrapDirectory(directory.toString()).read().featureLevel(MetadataVersion.FEATURE_NAME);
        if (there > newest.featureLevel()) {
            throw new BrokerException("the directory " + directory + " was written by a newer Kafka (metadata level "
                    + there + ") than the embedded broker's (" + newest.featureLevel() + ", Kafka "
                    + newest.shortVersion() + "): use a newer Sectorwatch, or another directory");
        }
    }

    private BrokerStorage() {}
}
