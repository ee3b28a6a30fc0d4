package org.canbao.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers why it could not be written: a print stream forgets. */
final class ResultStream extends FilterOutputStream {
    private @Nullable IOException failure;

    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why results were lost; empty if none were, or if the reader only had enough of them, as {@code head} has. */
    Optional<String> lost() {
        return Optional.ofNullable(failure)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.contains("Broken pipe"));
    }
}
