package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.application.rules.RuleCheck;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules as somebody wrote them into a request. */
record RuleText(List<Rule> rules) {
    /** What the text is called where its places are named. */
    static final String NAME = "rules";

    private static final Pattern PLACE = Pattern.compile(NAME + "(?::(\\d+)(?::(\\d+))?)?: (.*)", Pattern.DOTALL);

    /** Reads them or, with every mistake and its place, throws Problem. */
    static RuleText read(byte[] yaml) {
        RuleCheck check = RuleCheck.of(NAME, yaml, null);
        if (!check.mistakes().isEmpty()) {
            throw mistakes(check.mistakes(), check.warnings());
        }
        try {
            return new RuleText(RuleFile.read(NAME, new ByteArrayInputStream(yaml)));
        } catch (UnusableFileException e) {
            throw mistakes(List.of(String.valueOf(e.getMessage())), check.warnings());
        }
    }

    /** Lines of words, each with the place that it begins with. */
    static ArrayNode places(List<String> lines) {
        ArrayNode places = JsonNodes.array();
        for (String line : lines) {
            Matcher matcher = PLACE.matcher(line);
            boolean hasPlace = matcher.matches();
            ObjectNode place = places.addObject();
            place.put("line", hasPlace && matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : 1);
            place.put("column", hasPlace && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 1);
            place.put("message", hasPlace ? matcher.group(3) : line);
        }
        return places;
    }

    private static Problem mistakes(List<String> mistakes, List<String> warnings) {
        ObjectNode more = JsonNodes.object();
        more.set("mistakes", places(mistakes));
        more.set("warnings", places(warnings));
        return Problem.with(
                422, mistakes.size() == 1 ? "there is a mistake" : "there are " + mistakes.size() + " mistakes", more);
    }
}
