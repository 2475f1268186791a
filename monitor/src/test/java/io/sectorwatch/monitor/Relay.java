package io.sectorwatch.monitor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server, so that this can be away without being stopped. */
final class Relay implements AutoCloseable {
    private final String host;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket listening;

    Relay(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        listening = listen(0);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Comes back at the same port. */
    void comeBack() throws IOException {
        listening = listen(port());
    }

    @Override
    public void close() throws IOException {
        goAway();
    }

    void goAway() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket server = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket(host, port);
                open.addAll(List.of(near, far));
                daemon(() -> near.getInputStream().transferTo(far.getOutputStream()));
                daemon(() -> far.getInputStream().transferTo(near.getOutputStream()));
            }
        });
        return server;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // It was closed.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
