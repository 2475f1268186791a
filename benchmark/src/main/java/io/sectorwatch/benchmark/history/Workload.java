package io.sectorwatch.benchmark.history;

/** The size of a generated history; the same workload is always the same history, to the byte. */
public record Workload(int indicators, int areas, int years, long seed) {
    /** One figure in so many is revised. */
    public static final int REVISED = 20;

    /** Brokers refuse records of the future, and Kafka has no time before 1970. */
    public static final int LAST_YEAR = 2022;

    private static final int MOST_YEARS = LAST_YEAR - 1970 + 1;
    private static final int MOST_SERIES = 20_000_000;

    public Workload {
        between("indicators", indicators, 1, 100_000);
        between("areas, one of them the benchmark,", areas, 2, 100_000);
        between("periods", years, 2, MOST_YEARS);
        if ((long) indicators * areas * years > MOST_SERIES) {
            throw new IllegalArgumentException("more than " + MOST_SERIES + " figures do not fit into memory here");
        }
    }

    /** With as many indicators as it takes to come near a number of events. */
    public static Workload ofEvents(double events, int areas, int years, long seed) {
        double perIndicator = (double) areas * years * (REVISED + 1) / REVISED;
        return new Workload((int) Math.max(1, Math.round(events / perIndicator)), areas, years, seed);
    }

    public int series() {
        return indicators * areas;
    }

    public int firstYear() {
        return LAST_YEAR - years + 1;
    }

    /** About how many events there are; how many are revised is drawn. */
    public long events() {
        return (long) series() * years * (REVISED + 1) / REVISED;
    }

    private static void between(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(what + " must be between " + least + " and " + most + ", not " + number);
        }
    }
}
