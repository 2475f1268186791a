package io.sectorwatch.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A local server that is told of alerts, and behaves as servers do. */
public final class Receiver implements AutoCloseable {
    /** One request. */
    public record Told(Headers headers, String body) {
        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    /** How one request is answered. */
    public sealed interface Behaviour {
        /** With a status. */
        record Status(int status, String said, String retryAfter) implements Behaviour {}

        /** Not at all. */
        record Silence() implements Behaviour {}

        /** By closing the connection. */
        record Hangup() implements Behaviour {}

        static Behaviour status(int status) {
            return new Status(status, "", "");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Told> asked = new CopyOnWriteArrayList<>();
    private final List<Told> taken = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start(Function<Told, Behaviour> behaviour) {
        return start(0, behaviour);
    }

    public static Receiver start(int port, Function<Told, Behaviour> behaviour) {
        try {
            Receiver receiver =
                    new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", exchange -> receiver.answer(exchange, behaviour));
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What it was told, whatever it answered. */
    public List<Told> asked() {
        return asked;
    }

    /** What it has taken. */
    public List<Told> taken() {
        return taken;
    }

    private void answer(HttpExchange exchange, Function<Told, Behaviour> behaviour) throws IOException {
        try (exchange) {
            Told told = new Told(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            asked.add(told);
            Behaviour how = behaviour.apply(told);
            if (how instanceof Behaviour.Silence) {
                closed.await();
            } else if (how instanceof Behaviour.Status answer) {
                if (answer.status() < 300) {
                    taken.add(told);
                }
                if (!answer.retryAfter().isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
                }
                byte[] said = answer.said().getBytes(UTF_8);
                exchange.sendResponseHeaders(answer.status(), said.length == 0 ? -1 : said.length);
                exchange.getResponseBody().write(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
