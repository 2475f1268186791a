package io.sectorwatch.application.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A statistical office that answers as the World Bank does, with one edition at a time; it can close and open again. */
public final class Office implements AutoCloseable {
    /** Where its editions are. */
    public static final String PATH = "/v2/country/all/indicator/GB.XPD.RSDV.GD.ZS?format=json";
    /** Where it wants to be left alone for an hour. */
    public static final String BUSY = "/busy";
    /** Where it has a table that does not say when it was published. */
    public static final String UNDATED = "/undated.csv";

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private volatile String edition = "";

    public Office(String edition) throws IOException {
        this.edition = edition;
        this.server = start(0);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The status of every answer, oldest first. */
    public List<String> answers() {
        return List.copyOf(answers);
    }

    public void shut() {
        server.stop(0);
    }

    public void open(String newEdition) throws IOException {
        edition = newEdition;
        server = start(server.getAddress().getPort());
    }

    @Override
    public void close() {
        shut();
    }

    private HttpServer start(int port) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/", exchange -> answer(exchange, 404, "nothing"));
        started.createContext(
                UNDATED,
                exchange -> answer(
                        exchange,
                        200,
                        "Entity,Code,Year,Research and development expenditure (% of GDP)\nFrance,FRA,2022,2.2\n"));
        started.createContext(BUSY, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            answer(exchange, 429, "");
        });
        started.createContext(PATH.substring(0, PATH.indexOf('?')), exchange -> {
            String version = "\"" + Integer.toHexString(edition.hashCode()) + "\"";
            exchange.getResponseHeaders().add("ETag", version);
            boolean isKnown = version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            answer(exchange, isKnown ? 304 : 200, edition);
        });
        started.start();
        return started;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, status == 304 ? -1 : bytes.length);
        if (status != 304) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
        answers.add(Integer.toString(status));
    }

    /** An edition with China's figures of 2022 and 2023. */
    public static String edition(String updated, String of2022, String of2023) {
        return "[{\"page\":1,\"pages\":1,\"per_page\":10000,\"total\":2,\"lastupdated\":\"" + updated + "\"},["
                + figure("2023", of2023) + "," + figure("2022", of2022) + "]]";
    }

    private static String figure(String year, String value) {
        return "{\"indicator\":{\"id\":\"GB.XPD.RSDV.GD.ZS\",\"value\":\"R&D\"},\"country\":{\"id\":\"CN\",\"value\":"
                + "\"China\"},\"countryiso3code\":\"CHN\",\"date\":\"" + year + "\",\"value\":" + value
                + ",\"unit\":\"\",\"obs_status\":\"\",\"decimal\":2}";
    }
}
