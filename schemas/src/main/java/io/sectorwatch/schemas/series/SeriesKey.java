package io.sectorwatch.schemas.series;

/** The name of a series: {@code rd-intensity/CHN/economy/A}. */
public record SeriesKey(String indicator, String area, String sector, Frequency frequency)
        implements Comparable<SeriesKey> {

    /** Reads a name as {@link #toString()} writes it; throws IllegalArgumentException. */
    public static SeriesKey parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("'" + name + "' is not a series: write indicator/area/sector/frequency");
        }
        return new SeriesKey(
                Codes.indicator(parts[0]), Codes.area(parts[1]), Codes.sector(parts[2]), Frequency.of(parts[3]));
    }

    @Override
    public int compareTo(SeriesKey other) {
        int order = indicator.compareTo(other.indicator);
        order = order != 0 ? order : area.compareTo(other.area);
        order = order != 0 ? order : sector.compareTo(other.sector);
        return order != 0 ? order : frequency.compareTo(other.frequency);
    }

    @Override
    public String toString() {
        return indicator + '/' + area + '/' + sector + '/' + frequency;
    }
}
