package org.canbao.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;

/**
 * Which encoding a text is in: by the name that the user gives, or by looking at its bytes.
 *
 * <p>GB2312 and GBK are read as GB18030, which contains both: many files that say GBK have characters beyond it.
 */
public final class TextEncoding {
    /** GB18030, the encoding of legacy Chinese text. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Share of the two-byte characters that must be common Chinese ones for a text to count as GB18030. */
    private static final double COMMON_CHINESE = 0.8;

    /** Share of zero bytes, all at odd or all at even offsets, from which a text counts as UTF-16. */
    private static final double ZERO_BYTES = 0.02;

    private static final Map<String, Charset> NAMES = names();

    private TextEncoding() {}

    /**
     * An encoding and why it was chosen.
     *
     * @param charset the encoding
     * @param reason one clause for the user, for example {@code strictly valid UTF-8}
     */
    public record Detected(Charset charset, String reason) {
        /** Whether nothing speaks for this encoding: it is what is left when the text fits no other. */
        public boolean isFallback() {
            return charset.equals(WINDOWS_1252);
        }
    }

    /**
     * The encoding of a text of which these are pieces. In this order: byte order mark of the first piece; UTF-16
     * without one (zero bytes at every other place only); only ASCII (called UTF-8); valid UTF-8; GB18030, if at least
     * 80 % of its two-byte characters lie in the area of GB2312 (the 6,763 common characters and the punctuation);
     * otherwise windows-1252, as a fallback. A piece may end in the middle of a character.
     *
     * @param samples pieces of the text, each starting at the start of a character
     */
    public static Detected detect(List<byte[]> samples) {
        Optional<Detected> marked = samples.isEmpty() ? Optional.empty() : byteOrderMark(samples.get(0));
        return marked.or(() -> utf16(samples)).orElseGet(() -> byContent(samples));
    }

    /**
     * The encoding of that name; case, {@code -} and {@code _} do not matter.
     *
     * @throws CanbaoException if there is none, with the nearest names
     */
    public static Charset named(String userName) {
        Charset known = NAMES.get(key(userName));
        if (known != null) {
            return known;
        }
        try {
            if (Charset.isSupported(userName.strip())) {
                return Charset.forName(userName.strip());
            }
        } catch (IllegalCharsetNameException e) {
            throw unknown(userName);
        }
        throw unknown(userName);
    }

    private static CanbaoException unknown(String userName) {
        List<String> common = List.of("gb18030", "utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1252", "big5");
        List<String> candidates = new ArrayList<>(common);
        candidates.addAll(List.of("gbk", "gb2312", "latin1"));
        return Diagnostic.error(EncodingCode.UNKNOWN_ENCODING, "unknown text encoding `" + userName + "`")
                .nearest(Nearest.to(userName, candidates))
                .hint("common encodings: " + String.join(", ", common))
                .toException();
    }

    private static Map<String, Charset> names() {
        Map<String, Charset> names = new TreeMap<>();
        for (String gb : List.of("gb18030", "gbk", "gb2312", "euccn", "cp936", "ms936", "windows936", "936")) {
            names.put(gb, GB18030);
        }
        names.put("utf8", StandardCharsets.UTF_8);
        names.put("utf16", StandardCharsets.UTF_16);
        names.put("utf16le", StandardCharsets.UTF_16LE);
        names.put("utf16be", StandardCharsets.UTF_16BE);
        names.put("latin1", StandardCharsets.ISO_8859_1);
        names.put("ascii", StandardCharsets.US_ASCII);
        names.put("windows1252", WINDOWS_1252);
        names.put("cp1252", WINDOWS_1252);
        return names;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static Optional<Detected> byteOrderMark(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Detected(StandardCharsets.UTF_8, "byte order mark of UTF-8"));
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return Optional.of(new Detected(StandardCharsets.UTF_16LE, "byte order mark of UTF-16LE"));
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return Optional.of(new Detected(StandardCharsets.UTF_16BE, "byte order mark of UTF-16BE"));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text in one byte or UTF-8 has no zero bytes; in UTF-16 every ASCII character has one, always at the same side. */
    private static Optional<Detected> utf16(List<byte[]> samples) {
        long total = 0;
        long atEven = 0;
        long atOdd = 0;
        for (byte[] sample : samples) {
            total += sample.length;
            for (int i = 0; i < sample.length; i++) {
                if (sample[i] == 0) {
                    atEven += 1 - (i & 1);
                    atOdd += i & 1;
                }
            }
        }
        if (atEven > 0 == atOdd > 0 || atEven + atOdd < ZERO_BYTES * total) {
            return Optional.empty();
        }
        Charset charset = atOdd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return decodes(samples, charset)
                ? Optional.of(new Detected(charset, "zero bytes at every other place, no byte order mark"))
                : Optional.empty();
    }

    private static Detected byContent(List<byte[]> samples) {
        if (samples.stream().allMatch(TextEncoding::isAscii)) {
            return new Detected(StandardCharsets.UTF_8, "only ASCII");
        }
        if (decodes(samples, StandardCharsets.UTF_8)) {
            return new Detected(StandardCharsets.UTF_8, "strictly valid UTF-8");
        }
        if (decodes(samples, GB18030)) {
            double common = commonChinese(samples);
            if (common >= COMMON_CHINESE) {
                return new Detected(
                        GB18030,
                        "not UTF-8; valid GB18030, " + Math.round(100 * common)
                                + " % of its characters common Chinese ones");
            }
        }
        return new Detected(
                WINDOWS_1252, "fallback: neither UTF-8 nor Chinese in GB18030; say --encoding if it is wrong");
    }

    private static boolean isAscii(byte[] sample) {
        for (byte b : sample) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all samples decode; a character cut at the end of a sample is no error. */
    private static boolean decodes(List<byte[]> samples, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        return samples.stream().allMatch(sample -> decodes(ByteBuffer.wrap(sample), decoder.reset(), out));
    }

    private static boolean decodes(ByteBuffer in, CharsetDecoder decoder, CharBuffer out) {
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, false);
        } while (result.isOverflow());
        return result.isUnderflow();
    }

    /**
     * Share of the two-byte characters that lie in rows 1 to 9 (punctuation) and 16 to 87 (characters) of GB2312.
     * Characters of four bytes (rare ones, in names) count neither for nor against.
     */
    private static double commonChinese(List<byte[]> samples) {
        long all = 0;
        long common = 0;
        for (byte[] sample : samples) {
            int i = 0;
            while (i + 1 < sample.length) {
                int lead = sample[i] & 0xFF;
                if (lead < 0x80) {
                    i++;
                    continue;
                }
                int trail = sample[i + 1] & 0xFF;
                if (trail >= '0' && trail <= '9') {
                    i += 4;
                    continue;
                }
                all++;
                boolean row = (lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xF7);
                common += row && trail >= 0xA1 ? 1 : 0;
                i += 2;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }
}
