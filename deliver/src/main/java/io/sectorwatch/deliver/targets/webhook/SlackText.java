package io.sectorwatch.deliver.targets.webhook;

import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import java.util.Locale;

/** A transition as a line of chat, in Slack's markup, which Mattermost and others understand too. */
final class SlackText {
    private static final String ALREADY_TOLD = " Whoever acted on it has to know.";

    static String of(Notice notice, AlertPage page) {
        Transition transition = notice.transition();
        String title = escaped(notice.title());
        return "*" + transition.transition() + "* " + transition.severity().code()
                + (transition.certainty() == Certainty.POSSIBLE ? ", possible" : "")
                + " · "
                + page.of(transition.alert())
                        .map(url -> "<" + escaped(url) + "|" + title + ">")
                        .orElse(title)
                + " · " + transition.series().area() + "/" + transition.series().sector() + "\n"
                + sentence(escaped(transition.message()))
                + (transition.transition() == Transition.Type.RETRACTED ? ALREADY_TOLD : "");
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private SlackText() {}
}
