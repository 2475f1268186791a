package io.sectorwatch.monitor.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How much of a server anybody who asks can take up. */
final class ServerLimits {
    private static final int THREADS = 24;
    private static final int LARGEST_BODY = 256 << 10;
    private static final long IDLE_MS = 30_000;

    static void set(JavalinConfig config, String address, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.generateEtags = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        // Who sends slowly holds no thread: a request is looked at once all of it is there.
        config.jetty.modifyServer(server -> {
            server.insertHandler(new EagerContentHandler(
                    new EagerContentHandler.RetainedContentLoaderFactory(LARGEST_BODY, -1, true)));
            server.setErrorHandler(new PlainErrors());
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16 << 10);
        });
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(address);
            connector.setPort(port);
            connector.setIdleTimeout(IDLE_MS);
            connector.setAcceptQueueSize(1024);
            return connector;
        });
    }

    private ServerLimits() {}
}
