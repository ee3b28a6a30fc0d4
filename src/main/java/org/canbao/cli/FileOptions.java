package org.canbao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.ingest.OpenOptions;
import org.canbao.ingest.TextEncoding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that read a raw file: what the user knows better than the file. */
final class FileOptions {
    private static final String TAB = "tab";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The encoding of the file's text, for example gb18030 (default: declared or detected).")
    Optional<String> encoding = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What separates the fields of a text file: one character, or the word tab (default: the"
                    + " header tells).")
    Optional<String> delimiter = Optional.empty();

    @Option(
            names = "--missing",
            paramLabel = "TOKEN",
            split = ",",
            description = "What stands for a missing value in a text file, besides the empty field: one or more,"
                    + " separated by commas. May be repeated.")
    List<String> missing = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "COLUMN=TYPE",
            description = "The type of a column of a text file: string, int64, float64, boolean, date, timestamp."
                    + " May be repeated.")
    Map<String, ValueType> types = new LinkedHashMap<>();

    /**
     * What was given.
     *
     * @throws ParameterException if the delimiter is not one character, or a token is empty
     */
    OpenOptions options() {
        return new OpenOptions(encoding.map(TextEncoding::named), delimiter.map(this::character), tokens(), types);
    }

    private char character(String given) {
        if (given.equals(TAB) || given.equals("\\t")) {
            return '\t';
        }
        if (given.length() != 1) {
            throw wrong("--delimiter wants one character, or the word tab, not `" + given + "`");
        }
        return given.charAt(0);
    }

    private List<String> tokens() {
        List<String> tokens = missing.stream().map(String::strip).toList();
        if (tokens.contains("")) {
            throw wrong("--missing wants texts separated by commas; the empty field is missing anyway");
        }
        return tokens;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
