package io.sectorwatch.monitor.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.read.AlertReader;
import io.sectorwatch.monitor.trial.RuleTrial;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The server of page and API. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;
    private final EventRoute events;
    private final WebSettings settings;

    /** What adds paths of its own. */
    public interface Routes {
        void addTo(RoutesConfig routes, Guard guard);
    }

    /** Asks for the token. */
    public interface Guard {
        void requireToken(Context context);
    }

    private WebServer(Javalin javalin, EventRoute events, WebSettings settings) {
        this.javalin = javalin;
        this.events = events;
        this.settings = settings;
    }

    /**
     * Serves what is in a database.
     *
     * @throws ServingException if its port is taken
     */
    public static WebServer start(WebSettings settings, Database database, Clock clock, List<Routes> more) {
        EventRoute events = new EventRoute(new AlertReader(database.reading()));
        Access access = new Access(settings.hosts(), settings.token(), settings.open());
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            config.routes.before(context -> {
                Access.secure(context);
                access.check(context);
            });
            new ReadRoutes(database, clock).addTo(config.routes);
            events.addTo(config.routes);
            new TrialRoute(new RuleTrial(database.reading())).addTo(config.routes);
            new FeedRoutes(database, clock).addTo(config.routes);
            DocumentRoute.addTo(config.routes);
            more.forEach(routes -> routes.addTo(config.routes, access::requireToken));
            FailedRequests.addTo(config.routes);
        });
        try {
            javalin.start(settings.address(), settings.port());
        } catch (JavalinBindException e) {
            throw new ServingException(
                    "the page cannot be served at " + settings.address() + ':' + settings.port()
                            + ": the port is taken; give another one with --http-port",
                    e);
        }
        return new WebServer(javalin, events, settings);
    }

    /** Tells readers of events that there may be something new. */
    public void wake() {
        events.wake();
    }

    /** The address of the page. */
    public String url() {
        return "http://" + settings.address() + ':' + javalin.port() + '/';
    }

    /** What can be asked for, as in "get /api/v1/alerts"; not the files of the page. */
    public List<String> operations() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> !endpoint.method.equals(HandlerType.BEFORE))
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + ' ' + endpoint.path)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config, WebSettings settings) {
        ServerLimits.set(config, settings.address(), settings.port());
        config.staticFiles.add(files -> {
            files.directory = "/io/sectorwatch/monitor/page";
            files.location = Location.CLASSPATH;
            files.hostedPath = "/";
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        String origin = settings.origin();
        if (origin != null) {
            config.bundledPlugins.enableCors(cors -> cors.addRule(rule -> rule.allowHost(origin)));
        }
    }
}
