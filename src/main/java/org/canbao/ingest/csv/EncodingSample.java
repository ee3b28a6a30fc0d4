package org.canbao.ingest.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.ingest.TextEncoding;
import org.canbao.ingest.TextEncoding.Detected;

/** Looks for the encoding of a file at its start and at places spread over the rest of it. */
final class EncodingSample {
    private static final int HEAD = 1 << 20;
    private static final int PIECE = 1 << 16;
    private static final int PIECES = 32;

    private EncodingSample() {}

    /** The encoding: what the start says by a byte order mark or as UTF-16, otherwise what all places say together. */
    static Detected detect(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            List<byte[]> samples = new ArrayList<>();
            samples.add(read(channel, 0, HEAD));
            Detected head = TextEncoding.detect(samples);
            if (channel.size() <= HEAD || head.charset().name().startsWith("UTF-16") || isMarked(samples.get(0))) {
                return head;
            }
            long step = Math.max(PIECE, (channel.size() - HEAD) / PIECES);
            for (long at = HEAD; at < channel.size(); at += step) {
                samples.add(fromLineStart(read(channel, at, PIECE)));
            }
            return TextEncoding.detect(samples);
        }
    }

    private static boolean isMarked(byte[] head) {
        return head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    /** In UTF-8 and in GB18030 a line feed is never part of another character. */
    private static byte[] fromLineStart(byte[] piece) {
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                return Arrays.copyOfRange(piece, i + 1, piece.length);
            }
        }
        return new byte[0];
    }

    private static byte[] read(SeekableByteChannel channel, long from, int atMost) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(atMost, channel.size() - from));
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A channel may give less than asked for.
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
