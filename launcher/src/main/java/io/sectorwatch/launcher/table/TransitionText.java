package io.sectorwatch.launcher.table;

import io.sectorwatch.application.alerts.Occasion;
import io.sectorwatch.application.alerts.Told;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transitions as they come: on a screen those of one release beneath it, and there each beneath its rule; elsewhere each in
 * a line of its own. The order of each rule and series is kept.
 */
public final class TransitionText {
    private static final String BENEATH = "  ";

    private final Screen screen;
    private final TransitionLine line;
    private final Function<Transition, String> ruleNames;
    private final Releases releases;
    private final Consumer<String> lines;
    private final List<Told> ofMoment = new ArrayList<>();
    private @Nullable Occasion shown;
    private String shownRule = "";

    /** Knows what closed releases. */
    public interface Releases {
        /** What closed one, by its id; null where that is not at hand. */
        @Nullable
        ClosedRelease closing(String release);
    }

    /**
     * Nothing yet.
     *
     * @param ruleNames of the rule of a transition
     * @param releases what closed them, as far as that is at hand
     * @param lines where they go; the transitions of a moment all at once
     */
    public TransitionText(
            Screen screen, Function<Transition, String> ruleNames, Releases releases, Consumer<String> lines) {
        this.screen = screen;
        this.line = new TransitionLine(screen);
        this.ruleNames = ruleNames;
        this.releases = releases;
        this.lines = lines;
    }

    /** One more; null for what came of no release. */
    public void add(Transition transition, @Nullable String release) {
        Instant moment = transition.decidedAt();
        if (!ofMoment.isEmpty() && !ofMoment.get(0).transition().decidedAt().equals(moment)) {
            end();
        }
        Occasion occasion = Occasion.of(transition, release, release == null ? null : releases.closing(release));
        ofMoment.add(new Told(occasion, transition));
    }

    /** No more for now; what comes may still belong to the last release. */
    public void end() {
        Told.together(ofMoment, shown).forEach(this::write);
        ofMoment.clear();
    }

    private void write(Told told) {
        String rule = ruleNames.apply(told.transition());
        if (screen.equals(Screen.PLAIN)) {
            lines.accept(line.of(told.transition(), rule));
            return;
        }
        if (shown == null || !shown.key().equals(told.occasion().key())) {
            shown = told.occasion();
            shownRule = "";
            lines.accept(screen.heading(shown.day() + "  " + shown.words(), BENEATH.repeat(6)));
        }
        if (!shownRule.equals(rule)) {
            shownRule = rule;
            lines.accept(screen.wrapped(BENEATH, shownRule, BENEATH.repeat(2)));
        }
        lines.accept(line.beneath(told.transition(), shown.day(), BENEATH.repeat(2)));
    }
}
