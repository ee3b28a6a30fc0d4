package org.canbao.cli;

import java.util.Locale;
import org.canbao.diag.Printable;

/** One line at the bottom of a terminal that shows how far the work is; nothing at all elsewhere. */
final class ProgressLine implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int WIDTH = 24;

    private final Terminal terminal;
    private long lastDrawn = System.nanoTime() - REDRAW_NANOS;
    private boolean drawn;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows a share of the work, or only the text if the whole is not known. */
    void show(String text, long done, long whole) {
        long now = System.nanoTime();
        if (!terminal.showsProgress() || now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        String bar = "";
        if (whole > 0) {
            int filled = (int) Math.min(WIDTH, done * WIDTH / whole);
            bar = String.format(
                    Locale.ROOT,
                    " [%s%s] %3d%%",
                    "=".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    Math.min(100, done * 100 / whole));
        }
        terminal.err().print("\r\u001b[K" + Printable.of(text) + bar);
        terminal.err().flush();
    }

    /** Removes the line. */
    @Override
    public void close() {
        if (drawn) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            drawn = false;
        }
    }
}
