package io.sectorwatch.walls.broken.application.server;

public final class Prints {
    public static void what(String text) {
        System.out.println(text);
    }

    private Prints() {}
}
