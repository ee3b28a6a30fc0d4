package org.canbao.cli;

import java.io.Writer;

/** What the argument parser prints (help, versions), as results of the terminal. */
final class TerminalWriter extends Writer {
    private final Terminal terminal;
    private final StringBuilder pending = new StringBuilder();

    TerminalWriter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        pending.append(buffer, offset, length);
    }

    @Override
    public void flush() {
        if (!pending.isEmpty()) {
            terminal.help(pending.toString());
            pending.setLength(0);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
