package io.sectorwatch.deliver.http;

import io.sectorwatch.deliver.targets.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Posts to a target, once, and says what came back. Follows no redirect: secrets go where the file says. */
public final class HttpCaller {
    private final HttpSettings settings;
    private final Clock clock;
    private final HttpClient client;

    public HttpCaller(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .proxy(settings.proxy() == null ? HttpClient.Builder.NO_PROXY : new OneProxy(settings.proxy()));
        if (settings.trust() != null) {
            builder.sslContext(settings.trust());
        }
        client = builder.build();
    }

    /** Posts a body with the headers of the settings and these, and waits for the answer. */
    public Reply post(URI address, Map<String, String> headers, byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body));
        settings.headers().forEach(request::setHeader);
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request.build(), information -> new FirstWords(Meaning.isGood(information.statusCode())));
        try {
            HttpResponse<String> response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Meaning.of(response.statusCode(), hidden(response.body()), asked(response));
        } catch (TimeoutException e) {
            return noAnswer("no answer within " + seconds(settings.timeout()));
        } catch (ExecutionException e) {
            return noAnswer(words(e.getCause() == null ? e : e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private Duration asked(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(header -> RetryTime.of(header, clock.instant()))
                .orElse(Duration.ZERO);
    }

    // Servers for trying things out answer with what they were asked.
    private String hidden(String said) {
        String hidden = said;
        for (String secret : settings.headers().values()) {
            hidden = secret.isBlank() ? hidden : hidden.replace(secret, "…");
        }
        return hidden;
    }

    private static Reply noAnswer(String words) {
        return new Reply.Unanswered(words, Duration.ZERO);
    }

    private static String words(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof UnresolvedAddressException) {
            return "there is no such server";
        }
        if (failure instanceof HttpConnectTimeoutException || failure instanceof HttpTimeoutException) {
            return "no connection in time";
        }
        if (failure instanceof ConnectException) {
            return "it refuses the connection";
        }
        if (failure instanceof SSLException) {
            return "no secure connection: " + innermost.getMessage();
        }
        return failure instanceof IOException ? "the connection broke: " + failure.getMessage() : failure.toString();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static final class OneProxy extends ProxySelector {
        private final InetSocketAddress proxy;

        OneProxy(InetSocketAddress proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHostString(), proxy.getPort())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
