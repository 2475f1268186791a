package io.sectorwatch.application.replay;

import io.sectorwatch.processor.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people call rules: by their titles, with the ids that commands ask for. */
public final class RuleNames {
    private final Map<String, String> titles = new HashMap<>();

    private RuleNames() {}

    /** Of these; of several with one id the last one's title counts. */
    public static RuleNames of(Collection<Rule> rules) {
        RuleNames names = new RuleNames();
        rules.forEach(rule -> names.titles.put(rule.id(), rule.title()));
        return names;
    }

    /** Of all rules that ever took effect, each by its newest title. */
    public static RuleNames ofAll(Collection<RuleEvent> events) {
        List<Rule> rules = new ArrayList<>();
        for (RuleEvent event : events) {
            if (event.rule() != null) {
                rules.add(event.rule());
            }
        }
        return of(rules);
    }

    /** "R&D intensity below the OECD average (rd-intensity-below-oecd)"; the id alone where there is no other title. */
    public String of(String id) {
        return named(title(id), id);
    }

    /** The title; the id where there is no other. */
    public String title(String id) {
        return titles.getOrDefault(id, id);
    }

    /** The same of one rule. */
    public static String of(Rule rule) {
        return named(rule.title(), rule.id());
    }

    private static String named(String title, String id) {
        return title.equals(id) ? id : title + " (" + id + ")";
    }
}
