package io.sectorwatch.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A local server that takes mail, as much of RFC 5321 as one who sends needs. */
final class MailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    MailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** What came: headers and body. */
    List<String> mails() {
        return mails;
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                        OutputStream out = client.getOutputStream()) {
                    talk(in, out);
                }
            }
        } catch (IOException e) {
            // It is closed; where that was not meant, no mail comes.
            mails.add(String.valueOf(e.getMessage()));
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
                case "DATA" -> {
                    say(out, "354 go on");
                    mails.add(mail(in));
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 well");
            }
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
