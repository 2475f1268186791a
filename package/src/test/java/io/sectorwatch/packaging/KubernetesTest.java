package io.sectorwatch.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.sectorwatch.launcher.command.SectorwatchCommand;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests say what a cluster understands, and the same as the rest of the tree. */
class KubernetesTest {
    private static final int REPLICAS = 3;

    /** What runs, by its name, with the volumes that are claimed for it. */
    record Workload(String name, PodTemplateSpec pod, Set<String> claims) {
        Container container() {
            return pod.getSpec().getContainers().get(0);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Workload> workloads() throws IOException {
        List<Workload> workloads = new ArrayList<>();
        for (StatefulSet set : Manifests.all(StatefulSet.class)) {
            workloads.add(new Workload(
                    set.getMetadata().getName(),
                    set.getSpec().getTemplate(),
                    set.getSpec().getVolumeClaimTemplates().stream()
                            .map(claim -> claim.getMetadata().getName())
                            .collect(Collectors.toSet())));
        }
        for (Deployment deployment : Manifests.all(Deployment.class)) {
            workloads.add(new Workload(
                    deployment.getMetadata().getName(), deployment.getSpec().getTemplate(), Set.of()));
        }
        return workloads;
    }

    @Test
    void everyFieldIsKnown() throws IOException {
        List<HasMetadata> all = new ArrayList<>();
        for (String file : Manifests.files()) {
            all.addAll(Manifests.in(file));
        }

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all.stream()
                        .map(one -> one.getKind() + ' ' + one.getMetadata().getName()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFieldThatIsNoneIsFound() throws IOException {
        String process = Files.readString(Manifests.FOLDER.resolve("process.yaml"));
        String users = Files.readString(Manifests.FOLDER.resolve("users.yaml"));

        assertThatThrownBy(() -> Manifests.of(process.replace("readinessProbe:", "readynessProbe:")))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("readynessProbe");
        assertThatThrownBy(() -> Manifests.of(users.replace("patternType:", "pattern:")))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("pattern");
    }

    @Test
    void everyFileIsApplied() throws IOException {
        Set<String> named = new HashSet<>(Manifests.files());
        Manifests.kustomization()
                .path("configMapGenerator")
                .forEach(map -> map.path("files")
                        .forEach(file -> named.add(file.asText().replaceFirst(".*=", ""))));
        named.add("kustomization.yaml");

        try (Stream<Path> files = Files.list(Manifests.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void usersMayDoWhatTheDocumentSays() throws IOException {
        List<String> rights = new ArrayList<>();
        for (KafkaUser user : Manifests.all(KafkaUser.class)) {
            assertThat(user.getSpec().getAuthentication().getType()).isEqualTo("scram-sha-512");
            for (AclRule rule : ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls()) {
                rule.getOperations()
                        .forEach(operation -> rights.add("kafka-acls --add --allow-principal User:"
                                + user.getMetadata().getName() + " --operation " + operation.toValue() + ' '
                                + resource(rule)));
            }
        }
        List<String> shown;
        try (Stream<String> lines = Files.lines(Path.of("../docs/security.md"))) {
            shown = lines.filter(line -> line.startsWith("kafka-acls ")).toList();
        }

        assertThat(rights).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void topicsAreAsTheyMustBe() throws IOException {
        List<KafkaTopic> topics = Manifests.all(KafkaTopic.class);
        int partitions = topics.stream()
                .filter(topic -> topic.getMetadata().getName().endsWith("indicators"))
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getPartitions();
        assertThat(topics)
                .zipSatisfy(
                        new Topics(Topics.DEFAULT_PREFIX).all(partitions, List.of("semiconductors")), (topic, spec) -> {
                            assertThat(topic.getMetadata().getName()).isEqualTo(spec.name());
                            Map<String, String> configs = new TreeMap<>();
                            topic.getSpec()
                                    .getConfig()
                                    .forEach((name, value) -> configs.put(name, String.valueOf(value)));
                            assertThat(configs.remove("min.insync.replicas")).isEqualTo("2");
                            assertThat(configs).isEqualTo(spec.whereCreated());
                            assertThat(topic.getSpec().getPartitions()).isEqualTo(spec.partitions());
                            assertThat(topic.getSpec().getReplicas()).isEqualTo(REPLICAS);
                        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatRunsHasNoMoreThanItNeeds(Workload workload) {
        Container container = workload.container();

        assertThat(workload.pod().getSpec().getSecurityContext().getRunAsNonRoot())
                .isTrue();
        assertThat(workload.pod().getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        // Beside the heap there are threads, code and buffers.
        long limit = Quantity.getAmountInBytes(
                        container.getResources().getLimits().get("memory"))
                .longValueExact();
        long heap = Long.parseLong(environment(container)
                        .getOrDefault("SECTORWATCH_OPTS", "")
                        .replaceAll("\\D", ""))
                << 20;
        assertThat(limit).isGreaterThanOrEqualTo(heap + (192L << 20));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatItIsGivenIsThere(Workload workload) throws IOException {
        Set<String> maps = new HashSet<>();
        Manifests.kustomization()
                .path("configMapGenerator")
                .forEach(map -> maps.add(map.path("name").asText()));
        // Strimzi makes that of each user and that of the cluster, and whoever installs it the token.
        Set<String> secrets = new HashSet<>(Set.of("kafka-cluster-ca-cert", "monitor-token"));
        Manifests.all(KafkaUser.class)
                .forEach(user -> secrets.add(user.getMetadata().getName()));
        Set<String> volumes = new HashSet<>(workload.claims());
        for (Volume volume : workload.pod().getSpec().getVolumes()) {
            volumes.add(volume.getName());
            if (volume.getConfigMap() != null) {
                assertThat(maps).contains(volume.getConfigMap().getName());
            }
            if (volume.getSecret() != null) {
                assertThat(secrets).contains(volume.getSecret().getSecretName());
            }
        }

        assertThat(workload.container().getVolumeMounts().stream().map(VolumeMount::getName))
                .containsExactlyInAnyOrderElementsOf(volumes);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatItRunsIsACommand(Workload workload) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        SectorwatchCommand.commandLine(nowhere, nowhere, environment(workload.container()), new Shutdown())
                .parseArgs(workload.container().getArgs().toArray(String[]::new));
    }

    @Test
    void whatServesIsFoundAndLookedAfter() throws IOException {
        for (Service service : Manifests.all(Service.class)) {
            Workload its = workload(service.getMetadata().getName());
            assertThat(its.pod().getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(its.container().getPorts()).anySatisfy(own -> {
                        assertThat(own.getName()).isEqualTo(port.getTargetPort().getStrVal());
                        assertThat(own.getContainerPort()).isEqualTo(port.getPort());
                    }));
        }
        for (String name : List.of("process", "monitor", "deliver")) {
            Container container = workload(name).container();
            assertThat(container.getStartupProbe()).isNotNull();
            assertThat(container.getReadinessProbe()).isNotNull();
            assertThat(container.getLivenessProbe()).isNotNull();
        }
        List<PodDisruptionBudget> budgets = Manifests.all(PodDisruptionBudget.class);
        assertThat(budgets).hasSize(1);
        assertThat(workload("process").pod().getMetadata().getLabels())
                .containsAllEntriesOf(budgets.get(0).getSpec().getSelector().getMatchLabels());
    }

    private static Workload workload(String name) throws IOException {
        return workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> environment(Container container) {
        Map<String, String> environment = new TreeMap<>();
        container
                .getEnv()
                .forEach(variable -> environment.put(
                        variable.getName(), variable.getValue() == null ? variable.getName() : variable.getValue()));
        return environment;
    }

    private static String resource(AclRule rule) {
        if (rule.getResource() instanceof AclRuleTopicResource topic) {
            return "--topic " + topic.getName() + pattern(topic.getPatternType());
        }
        if (rule.getResource() instanceof AclRuleGroupResource group) {
            return "--group " + group.getName() + pattern(group.getPatternType());
        }
        AclRuleTransactionalIdResource id = (AclRuleTransactionalIdResource) rule.getResource();
        return "--transactional-id " + id.getName() + pattern(id.getPatternType());
    }

    private static String pattern(AclResourcePatternType pattern) {
        return pattern == AclResourcePatternType.PREFIX ? " --resource-pattern-type prefixed" : "";
    }
}
