package org.canbao.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;

/** The formats of raw files, and how to tell them apart: by how a file begins, then by how its name ends. */
enum RawFormat {
    STATA,
    SPSS,
    PARQUET,
    TEXT;

    /** How much of a file is enough to know its format. */
    static final int HEAD = 64;

    /** How the names of raw files end. */
    static final List<String> EXTENSIONS = List.of("dta", "sav", "zsav", "parquet", "csv", "tsv", "txt");

    private static final int OLDEST_DTA = 102;
    private static final int NEWEST_BINARY_DTA = 115;

    /**
     * The format of a file.
     *
     * @param head its first bytes
     * @throws CanbaoException CB0251 if neither its beginning nor its name tells
     */
    static RawFormat of(Path file, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        Optional<RawFormat> known = byContent(start, head);
        if (known.isPresent()) {
            return known.get();
        }
        String container = container(start);
        if (!container.isEmpty()) {
            throw unknown(file, "is " + container);
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "dta" -> STATA;
            case "sav", "zsav" -> SPSS;
            case "parquet" -> PARQUET;
            case "csv", "tsv", "txt" -> TEXT;
            default -> throw unknown(file, "has a format that canbao does not know", extension);
        };
    }

    private static Optional<RawFormat> byContent(String start, byte[] head) {
        if (start.startsWith("<stata_dta>") || isBinaryDta(head)) {
            return Optional.of(STATA);
        }
        if (start.startsWith("$FL2@(#)") || start.startsWith("$FL3@(#)")) {
            return Optional.of(SPSS);
        }
        return start.startsWith("PAR1") ? Optional.of(PARQUET) : Optional.empty();
    }

    /** Releases up to 115 begin with the release, the byte order (1 or 2), the file type (1) and a zero. */
    private static boolean isBinaryDta(byte[] head) {
        return head.length >= 4
                && head[0] >= OLDEST_DTA
                && head[0] <= NEWEST_BINARY_DTA
                && (head[1] == 1 || head[1] == 2)
                && head[2] == 1
                && head[3] == 0;
    }

    private static String container(String start) {
        if (start.startsWith("PK\u0003\u0004")) {
            return "a ZIP archive or an Excel workbook: unpack it, or save its sheet as CSV in UTF-8";
        }
        if (start.startsWith("\u001f\u008b")) {
            return "compressed with gzip: unpack it first";
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "an old Excel workbook: save its sheet as CSV in UTF-8";
        }
        return start.startsWith("Rar!") || start.startsWith("7z\u00bc\u00af")
                ? "a packed archive: unpack it first"
                : "";
    }

    private static CanbaoException unknown(Path file, String why, String... extension) {
        return Diagnostic.error(StoreCode.UNKNOWN_FORMAT, "`" + file.getFileName() + "` " + why)
                .at(Place.of(file.toString()))
                .nearest(extension.length == 0 ? List.of() : Nearest.to(extension[0], EXTENSIONS))
                .hint("formats: Stata .dta, SPSS .sav and .zsav, .parquet, and delimited text .csv, .tsv, .txt")
                .toException();
    }
}
