package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.intake.Times;
import io.sectorwatch.monitor.read.AlertReader;
import io.sectorwatch.monitor.read.ReleaseReader;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Alerts for feed readers (RFC 4287), and releases for calendars (RFC 5545). */
final class FeedRoutes {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 100;
    private static final int COMING = 500;

    private final AlertReader alerts;
    private final ReleaseReader releases;
    private final Clock clock;

    FeedRoutes(Database database, Clock clock) {
        this.alerts = new AlertReader(database.reading());
        this.releases = new ReleaseReader(database.reading());
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/feeds/alerts.atom", this::alerts);
        routes.get("/feeds/releases.ics", this::releases);
    }

    private void alerts(Context context) throws XMLStreamException {
        Parameters query =
                Parameters.of(context, "state", "rule", "indicator", "area", "sector", "severity", "since", "as-of");
        ObjectNode list = alerts.list(ReadRoutes.filters(query), ENTRIES, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        String site = context.scheme() + "://" + context.host() + '/';
        String self = context.fullUrl();
        element(xml, "id", self);
        element(xml, "title", "Sectorwatch alerts");
        JsonNode newest = list.path("alerts").path(0);
        element(
                xml,
                "updated",
                newest.isMissingNode()
                        ? "1970-01-01T00:00:00Z"
                        : newest.path("changedAt").asText());
        link(xml, "self", self);
        link(xml, "alternate", site + "#/alerts");
        xml.writeStartElement("author");
        element(xml, "name", "Sectorwatch");
        xml.writeEndElement();
        for (JsonNode alert : list.path("alerts")) {
            entry(xml, alert, site);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        context.contentType("application/atom+xml; charset=utf-8").result(out.toByteArray());
    }

    private static void entry(XMLStreamWriter xml, JsonNode alert, String site) throws XMLStreamException {
        xml.writeStartElement("entry");
        // An alert that changes is a new entry: feed readers show what they have not shown.
        element(
                xml,
                "id",
                "urn:sectorwatch:alert:" + alert.path("alert").asText() + ':'
                        + alert.path("changedAt").asText());
        element(
                xml,
                "title",
                alert.path("transition").asText() + ": " + alert.path("message").asText());
        element(xml, "updated", alert.path("changedAt").asText());
        link(xml, "alternate", site + "#/alerts/" + alert.path("alert").asText());
        for (String term : new String[] {"severity", "area", "sector", "rule"}) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", alert.path(term).asText());
            xml.writeAttribute("scheme", "urn:sectorwatch:" + term);
        }
        element(
                xml,
                "summary",
                alert.path("ruleTitle").asText() + " ("
                        + alert.path("certainty").asText() + ")");
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text == null ? "" : text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private void releases(Context context) {
        Parameters.of(context);
        String now = Times.text(clock.instant());
        Calendar calendar = new Calendar();
        int added = 0;
        for (JsonNode due : releases.due(null, now.substring(0, 10))) {
            if (added++ < COMING) {
                String indicator = due.path("indicator").asText();
                String source = due.path("source").asText();
                int series = due.path("series").asInt();
                calendar.day(
                        indicator + '-' + source + '-' + due.path("due").asText() + "@sectorwatch",
                        due.path("due").asText(),
                        indicator + " of " + source + " is due",
                        series + (series == 1 ? " series waits for it" : " series wait for it"));
            }
        }
        Set<String> all = Set.of();
        for (JsonNode came : releases.list(all, null, ENTRIES, null).path("releases")) {
            String title = came.path("title").asText(came.path("release").asText());
            calendar.day(
                    came.path("release").asText() + "@sectorwatch",
                    came.path("published").asText().substring(0, 10),
                    title + " came",
                    "published " + came.path("published").asText() + " by "
                            + came.path("source").asText());
        }
        context.contentType("text/calendar; charset=utf-8").result(calendar.bytes());
    }
}
