package io.sectorwatch.launcher.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file named on the command line that cannot be read. */
final class UnreadableFile {
    /**
     * Says why.
     *
     * @param what it should be, such as "rules file"
     */
    static CommandException because(String what, Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return CommandException.unusable("there is no " + what + " " + file);
        }
        String why = e instanceof AccessDeniedException ? "not permitted" : String.valueOf(e.getMessage());
        return CommandException.unusable("the " + what + " " + file + " cannot be read (" + why + ")");
    }

    private UnreadableFile() {}
}
