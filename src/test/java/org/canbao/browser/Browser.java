package org.canbao.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser of this machine with a profile of its own, which ends with the test. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final long END_SECONDS = 10;

    private final Process process;
    private final DevTools tools;

    private Browser(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** The browser: the one that {@code CANBAO_BROWSER} names, else one on the path. */
    static Optional<Path> program() {
        String said = System.getenv("CANBAO_BROWSER");
        if (said != null && !said.isEmpty()) {
            return Optional.of(Path.of(said));
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it. Its own sandbox needs rights that a container's root does not have; it sees pages of the test only. */
    static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--allow-file-access-from-files",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
            DevTools tools = DevTools.connect(address(messages));
            Thread drain = new Thread(() -> messages.lines().forEach(line -> {}), "browser messages");
            drain.setDaemon(true);
            drain.start();
            return new Browser(process, tools);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI address(BufferedReader messages) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = messages.readLine(); line != null; line = messages.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the browser ended before it listened:\n" + said);
    }

    /** Opens a page in a window of this width. */
    OpenPage open(URI address, int width, int height) {
        return OpenPage.open(tools, address, width, height);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
