package io.sectorwatch.deliver.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.deliver.Receiver;
import io.sectorwatch.deliver.Receiver.Behaviour;
import io.sectorwatch.deliver.targets.Reply;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpCallerTest {
    private static final String PASSWORD = "changeit";

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (Receiver elsewhere = Receiver.start(told -> Behaviour.status(200));
                Receiver receiver = Receiver.start(told -> Behaviour.status(307))) {
            Reply reply = post(receiver.url(), settings(null, null));

            assertThat(reply).isInstanceOf(Reply.Refused.class);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void whatAServerEchoesOfASecretIsNotRepeated() throws Exception {
        try (Receiver receiver =
                Receiver.start(told -> new Behaviour.Status(400, "no " + told.header("Authorization"), ""))) {
            assertThat(post(receiver.url(), settings(null, null)).words()).isEqualTo("status 400: no …");
        }
    }

    @Test
    void silenceAndHangingUpAndARefusedConnectionMayPass() throws Exception {
        try (Receiver silent = Receiver.start(told -> new Behaviour.Silence());
                Receiver rude = Receiver.start(told -> new Behaviour.Hangup())) {
            assertThat(post(silent.url(), settings(null, null)).words()).isEqualTo("no answer within 2 s");
            assertThat(post(rude.url(), settings(null, null)).words()).startsWith("the connection broke");
            assertThat(post("http://127.0.0.1:" + FreePort.find() + "/", settings(null, null)))
                    .isEqualTo(new Reply.Unanswered("it refuses the connection", Duration.ZERO));
        }
    }

    @Test
    void aProxyIsAskedInPlaceOfTheServer() throws Exception {
        try (Receiver proxy = Receiver.start(told -> Behaviour.status(200))) {
            InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", proxy.port());

            assertThat(post("http://nowhere.invalid/hook", settings(null, address)))
                    .isInstanceOf(Reply.Taken.class);
            assertThat(proxy.asked())
                    .singleElement()
                    .satisfies(told -> assertThat(told.header("Host")).isEqualTo("nowhere.invalid"));
        }
    }

    @Test
    void aPrivateCertificateIsTrustedWhereTheFileSaysSo(@TempDir Path directory) throws Exception {
        HttpsServer server = secureServer(directory);
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            SSLContext trust = PrivateTrust.in(directory.resolve("ca.pem"));

            assertThat(post(url, settings(trust, null))).isInstanceOf(Reply.Taken.class);
            assertThat(post(url, settings(null, null)).words()).startsWith("no secure connection: ");
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer secureServer(Path directory) throws Exception {
        Path store = directory.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-file",
                directory.resolve("ca.pem").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static Reply post(String url, HttpSettings settings) throws InterruptedException {
        return new HttpCaller(settings, Clock.systemUTC())
                .post(URI.create(url), Map.of("Content-Type", "application/json"), new byte[] {'{', '}'});
    }

    private static HttpSettings settings(@Nullable SSLContext trust, @Nullable InetSocketAddress proxy) {
        return new HttpSettings(
                new TreeMap<>(Map.of("Authorization", "Bearer hush-hush")), trust, proxy, Duration.ofSeconds(2));
    }
}
