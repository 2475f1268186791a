package io.sectorwatch.processor.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures in short: {@code CHN 2023 >2.6 2024-02-23} says that the R&D intensity of China in 2023 became known that day to
 * be above 2.6. A value {@code -} withdraws. Further words, as {@code source=nbs}, say what is not usual.
 */
public final class Vintages {
    private static final int USUAL_WORDS = 4;

    /** One figure. */
    public static Observation of(String text) {
        List<String> words = List.of(text.split(" "));
        Map<String, String> more = new TreeMap<>();
        words.stream().skip(USUAL_WORDS).map(word -> word.split("=", 2)).forEach(pair -> more.put(pair[0], pair[1]));
        String number = words.get(2).replaceAll("[<>=]", "");
        String bound = words.get(2).replaceAll("[^<>=]", "");
        String json = "{'indicator':'" + more.getOrDefault("indicator", "rd-intensity") + "','area':'" + words.get(0)
                + "','period':'" + words.get(1) + "','value':" + (number.equals("-") ? "null" : number)
                + (bound.isEmpty() ? "" : ",'comparator':'" + bound + '\'')
                + (more.containsKey("status")
                        ? ",'status':['" + more.get("status").replace("+", "','") + "']"
                        : "")
                + (more.containsKey("unit") ? ",'unit':'" + more.get("unit") + '\'' : "")
                + (more.containsKey("next") ? ",'nextRelease':'" + more.get("next") + '\'' : "")
                + ",'published':'" + words.get(3) + "T00:00:00Z','source':{'id':'"
                + more.getOrDefault("source", "nbs") + "'}}";
        return (Observation) new IndicatorCodec().read(json.replace('\'', '"').getBytes(UTF_8));
    }

    /** The history of China's R&D intensity in which some figures came in this order. */
    static SeriesHistory history(String... figures) {
        SeriesHistory history = empty();
        for (String figure : figures) {
            history.add(of(figure));
        }
        return history;
    }

    static SeriesHistory empty() {
        return new SeriesHistory(SeriesKey.parse("rd-intensity/CHN/economy/A"), 0, new Origins());
    }

    private Vintages() {}
}
