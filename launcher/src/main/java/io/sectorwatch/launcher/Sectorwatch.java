package io.sectorwatch.launcher;

import io.sectorwatch.launcher.command.SectorwatchCommand;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where it all starts. */
public final class Sectorwatch {
    public static void main(String[] args) {
        // What is printed is English everywhere; and Kafka Streams formats a text for every event, which costs three
        // times
        // as much in a locale whose digits have to be looked up.
        Locale.setDefault(Locale.US);
        // Messages are UTF-8 whatever the locale.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(SectorwatchCommand.commandLine(out, err, System.getenv(), new Shutdown())
                .execute(args));
    }

    private Sectorwatch() {}
}
