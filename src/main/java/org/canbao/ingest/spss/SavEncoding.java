package org.canbao.ingest.spss;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.canbao.ingest.TextEncoding;
import org.canbao.ingest.TextEncoding.Detected;

/** Which encoding the texts of a file have: what the user says, what the file says, what the bytes look like. */
final class SavEncoding {
    private static final int CODE_PAGE = 7 * Integer.BYTES;

    /** Code pages whose Java names differ from {@code windows-N} and {@code cpN}. */
    private static final Map<Integer, String> CODE_PAGES = Map.of(
            936,
            "GB18030",
            54936,
            "GB18030",
            950,
            "Big5",
            932,
            "windows-31j",
            949,
            "x-windows-949",
            65001,
            "UTF-8",
            28591,
            "ISO-8859-1",
            20127,
            "US-ASCII",
            51949,
            "EUC-KR",
            51932,
            "EUC-JP");

    private final RawDictionary dictionary;

    SavEncoding(RawDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The encoding.
     *
     * @param given what the user says
     * @param texts values of text variables, asked for only if the file does not say its encoding
     * @throws org.canbao.diag.CanbaoException if the file names an encoding that is not known
     */
    Detected resolve(Optional<Charset> given, Supplier<List<byte[]>> texts) {
        return given.map(charset -> new Detected(charset, "given by the user"))
                .or(this::named)
                .or(this::numbered)
                .orElseGet(() -> {
                    List<byte[]> samples = dictionaryTexts();
                    samples.addAll(texts.get());
                    Detected detected = TextEncoding.detect(samples);
                    return new Detected(detected.charset(), "the file does not say; " + detected.reason());
                });
    }

    private Optional<Detected> named() {
        return dictionary.extension(Extension.ENCODING).map(record -> {
            String name = new String(record.bytes().copy(), StandardCharsets.ISO_8859_1).strip();
            return new Detected(TextEncoding.named(name), "the file says `" + name + "`");
        });
    }

    /** Codes below 5 are no code pages: they tell ASCII from EBCDIC, and files with Chinese text say 2, too. */
    private Optional<Detected> numbered() {
        return dictionary
                .extension(Extension.MACHINE)
                .filter(record -> record.bytes().length() >= CODE_PAGE + Integer.BYTES)
                .map(record -> record.content().getInt(CODE_PAGE))
                .filter(code -> code > 4)
                .flatMap(
                        code -> charset(code).map(charset -> new Detected(charset, "the file says code page " + code)));
    }

    private static Optional<Charset> charset(int codePage) {
        String known = CODE_PAGES.get(codePage);
        return (known == null ? List.of("windows-" + codePage, "IBM" + codePage) : List.of(known))
                .stream().filter(Charset::isSupported).map(Charset::forName).findFirst();
    }

    private List<byte[]> dictionaryTexts() {
        List<byte[]> texts = new ArrayList<>();
        texts.add(dictionary.header().label().copy());
        for (RawVariable variable : dictionary.variables()) {
            texts.add(variable.name().copy());
            texts.add(variable.label().copy());
        }
        for (RawLabels labels : dictionary.labels()) {
            labels.labels().forEach(label -> texts.add(label.text().copy()));
        }
        dictionary
                .extension(Extension.LONG_NAMES)
                .ifPresent(record -> texts.addAll(lines(record.bytes().copy())));
        return texts;
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\t') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }
}
