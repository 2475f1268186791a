package io.sectorwatch.benchmark.walls.broken.one;

public final class Prints {
    public static void what(String text) {
        System.out.println(text);
    }

    private Prints() {}
}
