package io.sectorwatch.packaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manifests for Kubernetes, read by the models of those who will read them, which must know every field. */
final class Manifests {
    static final Path FOLDER = Path.of("kubernetes");

    private static final List<Class<? extends HasMetadata>> MODELS = List.of(
            StatefulSet.class,
            Deployment.class,
            Service.class,
            PersistentVolumeClaim.class,
            PodDisruptionBudget.class,
            KafkaTopic.class,
            KafkaUser.class);

    private static final ObjectMapper YAML = new ObjectMapper(
                    YAMLFactory.builder().build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new Strict());

    /** The models keep what they do not know, for newer servers; here it is a mistake. */
    private static final class Strict extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    /** All that a file holds. */
    static List<HasMetadata> in(String file) throws IOException {
        return of(Files.readString(FOLDER.resolve(file)));
    }

    /** All that a text holds. */
    static List<HasMetadata> of(String text) throws IOException {
        List<HasMetadata> all = new ArrayList<>();
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            for (JsonNode node : YAML.readValues(parser, JsonNode.class).readAll()) {
                all.add(YAML.treeToValue(node, model(node)));
            }
        }
        return all;
    }

    /** The files that are applied together. */
    static List<String> files() throws IOException {
        return YAML.convertValue(kustomization().path("resources"), new TypeReference<>() {});
    }

    static JsonNode kustomization() throws IOException {
        return YAML.readTree(FOLDER.resolve("kustomization.yaml").toFile());
    }

    /** All of a kind, wherever they stand. */
    static <T extends HasMetadata> List<T> all(Class<T> kind) throws IOException {
        List<T> all = new ArrayList<>();
        for (String file : files()) {
            in(file).stream().filter(kind::isInstance).map(kind::cast).forEach(all::add);
        }
        return all;
    }

    private static Class<? extends HasMetadata> model(JsonNode node) {
        String kind = node.path("kind").asText();
        String version = node.path("apiVersion").asText();
        Class<? extends HasMetadata> model = MODELS.stream()
                .filter(known -> known.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody knows a " + kind));
        if (!version(model).equals(version)) {
            throw new IllegalArgumentException("a " + kind + " is of " + version(model) + ", not of " + version);
        }
        return model;
    }

    private static String version(Class<? extends HasMetadata> model) {
        return HasMetadata.getApiVersion(model);
    }

    private Manifests() {}
}
