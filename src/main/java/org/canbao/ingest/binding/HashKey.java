package org.canbao.ingest.binding;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which identifiers of persons are replaced by hashes (HMAC-SHA256, RFC 2104): the same person has the same
 * hash in all files, and without the key nobody can find out which, not even by trying all numbers.
 */
public final class HashKey {
    /** Bytes of a key that is made here; a shorter one can be guessed. */
    public static final int BYTES = 32;

    /** Bytes of the code that are kept: among 10^8 persons, two have the same with a probability below 10^-22. */
    private static final int KEPT = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** A key of these bytes. */
    public HashKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** A key that nobody knows, for looking at a file without keeping anything of it. */
    public static HashKey passing() {
        return new HashKey(randomBytes());
    }

    /** The bytes of a new key. */
    public static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Something that hashes with the key, for one thread. */
    Hasher hasher() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new Hasher(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Hashes identifiers. Not thread-safe. */
    static final class Hasher {
        private final Mac mac;

        private Hasher(Mac mac) {
            this.mac = mac;
        }

        /** The hash as 32 hexadecimal digits. */
        String hash(String identifier) {
            byte[] code = mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code, 0, KEPT);
        }
    }
}
