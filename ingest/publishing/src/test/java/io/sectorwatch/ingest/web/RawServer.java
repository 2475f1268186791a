package io.sectorwatch.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A server that says byte for byte what it is told to, one connection for each request, and what it is asked. */
public final class RawServer implements AutoCloseable {
    /** What it does with a request. */
    public interface Behaviour {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    public record Request(String line, Map<String, String> headers) {
        public String target() {
            return line.split(" ")[1];
        }
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Starts. */
    public RawServer(Behaviour behaviour) throws IOException {
        Thread thread = new Thread(() -> serve(behaviour), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One behaviour for each request in turn, and the last for all that follow. */
    public static RawServer inTurn(Behaviour... behaviours) throws IOException {
        Queue<Behaviour> left = new ConcurrentLinkedQueue<>(List.of(behaviours));
        return new RawServer((request, out) -> {
            Behaviour next = left.size() > 1 ? left.remove() : left.element();
            next.answer(request, out);
        });
    }

    /** An answer with its status line, some header lines and its body. */
    public static Behaviour says(String status, String headers, String body) {
        return (request, out) -> write(out, status, headers + "Content-Length: " + body.length() + "\r\n", body);
    }

    /** Just these, with no length unless the headers give one. */
    public static void write(OutputStream out, String status, String headers, String body) throws IOException {
        String all = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + body;
        out.write(all.getBytes(ISO_8859_1));
        out.flush();
    }

    /** Waits with the connection open until the server is closed. */
    public void hang() throws InterruptedException {
        closed.await();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    public List<Request> requests() {
        return new ArrayList<>(requests);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> answer(connection, behaviour), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (SocketException e) {
                // It was closed while it waited.
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(Socket connection, Behaviour behaviour) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));
            }
            Request request = new Request(line, headers);
            requests.add(request);
            behaviour.answer(request, connection.getOutputStream());
        } catch (IOException e) {
            // Whoever asked has gone, as those do who are treated badly.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
