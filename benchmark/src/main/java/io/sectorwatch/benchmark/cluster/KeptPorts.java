package io.sectorwatch.benchmark.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Ports for who has to come back at the same one: below those that the system gives to connections, which might have it
 * by then.
 */
final class KeptPorts {
    private static final int FIRST = 12_000;
    private static final int LAST = 32_000;

    private final Random random = new Random();
    private final Set<Integer> taken = new HashSet<>();

    /** One that nobody listens on, and another one each time. */
    int next() {
        int port = FIRST + random.nextInt(LAST - FIRST);
        return !taken.contains(port) && isFree(port) && taken.add(port) ? port : next();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
