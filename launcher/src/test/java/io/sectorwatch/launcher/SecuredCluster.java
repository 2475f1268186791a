package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.SecuredBroker;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** A broker that lets nobody do what he is not given, and its users, whose files are those that the document shows. */
final class SecuredCluster implements AutoCloseable {
    private static final Path DOCUMENT =
            Path.of("..").toAbsolutePath().normalize().resolve("docs/security.md");
    private static final Path MOUNTED =
            Path.of("..").toAbsolutePath().normalize().resolve("package/kubernetes/client.properties");
    private static final String KEY_PASSWORD = "only-for-this-test";
    private static final int ITERATIONS = 4096;

    private final Path directory;
    private final SecuredBroker broker;
    private final Admin admin;

    SecuredCluster(Path directory) throws Exception {
        this.directory = directory;
        Path keyStore = directory.resolve("broker.p12");
        certify(keyStore);
        broker = SecuredBroker.start(
                Cli.freePort(),
                Cli.freePort(),
                Files.createDirectory(directory.resolve("broker")),
                keyStore,
                KEY_PASSWORD);
        admin = Admin.create(clientConfig(SecuredBroker.SUPER_USER));
    }

    String address() {
        return broker.bootstrapServer();
    }

    /** Who may do anything. */
    Admin admin() {
        return admin;
    }

    /** Makes users, each with his name as password, and gives them rights; returns once they hold. */
    void give(Map<String, List<AclLine>> rights) throws Exception {
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        List<AclBinding> bindings = new ArrayList<>();
        rights.forEach((user, lines) -> {
            users.add(new UserScramCredentialUpsertion(
                    user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), user));
            lines.forEach(line -> bindings.add(line.binding(user)));
        });
        admin.alterUserScramCredentials(users).all().get();
        admin.createAcls(bindings).all().get();
        Set<AclBinding> wanted = new HashSet<>(bindings);
        await().atMost(Duration.ofSeconds(20)).until(() -> known().containsAll(wanted));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.describeUserScramCredentials().users().get().containsAll(rights.keySet()));
    }

    private Collection<AclBinding> known() throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    /** The file of client settings of a user, whose password is his name. */
    Path file(String user) throws Exception {
        return file(user, user);
    }

    /** The same with any password. */
    Path file(String user, String password) throws Exception {
        String shown = Blocks.with(DOCUMENT, "properties", "sasl.jaas.config")
                .replace("username=\"analyst\"", "username=\"" + user + '"')
                .replace("password=\"secret\"", "password=\"" + password + '"')
                .replace("/etc/sectorwatch/ca.pem", directory.resolve("ca.pem").toString());
        return Files.writeString(directory.resolve(user + ".properties"), shown);
    }

    /** The same as a container of Kubernetes has it, where the user's login is in a folder beside it. */
    Path mounted(String user) throws Exception {
        Path login = Files.createDirectories(directory.resolve("mounted-" + user));
        String jaas = Files.readAllLines(file(user)).stream()
                .filter(line -> line.startsWith("sasl.jaas.config="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        Files.writeString(login.resolve("sasl.jaas.config"), jaas);
        return Files.writeString(
                login.resolveSibling("mounted-" + user + ".properties"),
                Files.readString(MOUNTED)
                        .replace("/etc/sectorwatch/user", login.toString())
                        .replace(
                                "/etc/sectorwatch/ca/ca.crt",
                                directory.resolve("ca.pem").toString()));
    }

    /** The settings of a client of a user. */
    Map<String, Object> clientConfig(String user) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file(user))) {
            properties.load(in);
        }
        Map<String, Object> config = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> config.put(name, properties.getProperty(name)));
        config.put("bootstrap.servers", address());
        return config;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    private void certify(Path keyStore) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        KEY_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance(keyStore.toFile(), KEY_PASSWORD.toCharArray());
        byte[] certificate = keys.getCertificate("broker").getEncoded();
        Files.writeString(
                directory.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
    }
}
