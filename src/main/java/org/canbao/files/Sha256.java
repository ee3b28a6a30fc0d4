package org.canbao.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.canbao.diag.CanbaoException;

/** SHA-256 hashes in hexadecimal. */
public final class Sha256 {
    private static final int BUFFER = 1 << 20;

    private Sha256() {}

    /**
     * The hash of a file's bytes.
     *
     * @throws CanbaoException if it cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw Unreadable.finding(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hashes of files in their order, taken on all cores unless one thread is asked for. */
    public static List<String> of(List<Path> files, int threads) {
        return (threads > 1 ? files.parallelStream() : files.stream())
                .map(Sha256::of)
                .toList();
    }

    /** The hash of a text in UTF-8. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
