package org.canbao.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.ingest.csv.CsvOptions;
import org.canbao.ingest.csv.CsvReader;
import org.canbao.ingest.dta.DtaReader;
import org.canbao.ingest.spss.SavReader;

/** Opens raw files of any format. */
public final class RawFiles {
    private RawFiles() {}

    /**
     * Opens a raw file.
     *
     * @throws CanbaoException CB0250 if it is not there, CB0251 if its format is not known, CB0256 if an option is given
     *     that its format has no use for, and whatever its reader finds
     */
    public static RawReader open(Path file, OpenOptions options) {
        return switch (checked(file, options)) {
            case STATA -> DtaReader.open(file, options.encoding());
            case SPSS -> SavReader.open(file, options.encoding());
            case PARQUET -> ParquetFile.open(file);
            case TEXT ->
                CsvReader.open(
                        file,
                        new CsvOptions(options.encoding(), options.delimiter(), options.types(), options.missing()));
        };
    }

    /**
     * Checks the options without reading the file.
     *
     * @throws CanbaoException CB0250 if it is not there, CB0251 if its format is not known, CB0256 if an option is given
     *     that its format has no use for
     */
    public static void check(Path file, OpenOptions options) {
        checked(file, options);
    }

    private static RawFormat checked(Path file, OpenOptions options) {
        RawFormat format = RawFormat.of(file, head(file));
        if (format != RawFormat.TEXT) {
            refuseTextOptions(file, options);
        }
        if (format == RawFormat.PARQUET && options.encoding().isPresent()) {
            throw notUsed(file, "text in Parquet is always UTF-8", "--encoding");
        }
        return format;
    }

    private static void refuseTextOptions(Path file, OpenOptions options) {
        if (!options.types().isEmpty()) {
            throw notUsed(file, "types can be given for delimited text only", "--type");
        }
        if (options.delimiter().isPresent()) {
            throw notUsed(file, "only delimited text has a delimiter", "--delimiter");
        }
        if (!options.missing().isEmpty()) {
            throw notUsed(file, "what stands for a missing value can be said of delimited text only", "--missing");
        }
    }

    private static CanbaoException notUsed(Path file, String why, String option) {
        return Diagnostic.error(StoreCode.OPTION_NOT_USED, why + ", not for `" + file.getFileName() + "`")
                .at(Place.of(file.toString()))
                .hint("leave `" + option + "` out")
                .toException();
    }

    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "is a folder: name the files in it" : "is not there";
            throw Diagnostic.error(StoreCode.FILE_NOT_FOUND, "`" + file + "` " + what)
                    .at(Place.of(file.toString()))
                    .nearest(siblings(file))
                    .toException();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(RawFormat.HEAD);
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
            throw new CanbaoException(
                    List.of(Diagnostic.error(StoreCode.FILE_NOT_FOUND, "cannot read `" + file + "`: " + why)
                            .at(Place.of(file.toString()))),
                    e);
        }
    }

    /** Names beside a file that is not there which it may have meant. */
    private static List<String> siblings(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return Nearest.to(
                    String.valueOf(file.getFileName()),
                    entries.map(entry -> String.valueOf(entry.getFileName())).toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
