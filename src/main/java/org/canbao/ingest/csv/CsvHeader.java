package org.canbao.ingest.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;

/**
 * The names of the columns, without blanks around them.
 *
 * @param names each present and different
 */
record CsvHeader(List<String> names) {
    /** The length of numbers of telephones, documents and persons; no name of a column looks so. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11,}[Xx]?");

    CsvHeader {
        names = List.copyOf(names);
    }

    /**
     * Reads and checks the first record.
     *
     * @throws org.canbao.diag.CanbaoException if a name is empty or comes twice, with all of these
     */
    static CsvHeader of(CSVRecord record, Place place) {
        List<String> names = record.stream().map(String::strip).toList();
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        for (int j = 0; j < names.size(); j++) {
            positions.computeIfAbsent(names.get(j), n -> new ArrayList<>()).add(j + 1);
        }
        refuseValues(names, place);
        Problems problems = new Problems();
        positions.forEach((name, at) -> {
            if (name.isEmpty()) {
                problems.add(bad("the header gives no name to " + columns(at), place)
                        .hint("name every column; a delimiter at the end of the line makes one more column"));
            } else if (at.size() > 1) {
                problems.add(bad("the header has the name `" + name + "` more than once: " + columns(at), place)
                        .hint("give each column its own name"));
            }
        });
        problems.throwIfErrors();
        return new CsvHeader(names);
    }

    /**
     * Checks that declared columns are there.
     *
     * @throws org.canbao.diag.CanbaoException if not, with the nearest names of each
     */
    void require(Set<String> declared, Place place) {
        Problems problems = new Problems();
        for (String name : new TreeSet<>(declared)) {
            if (!names.contains(name)) {
                problems.add(Diagnostic.error(
                                CsvCode.UNKNOWN_COLUMN,
                                "a type is declared for `" + name + "`, which is no column of the file")
                        .at(place)
                        .nearest(Nearest.to(name, names)));
            }
        }
        problems.throwIfErrors();
    }

    /** A file without a header would have the first person's numbers and name printed as names of columns. */
    private static void refuseValues(List<String> names, Place place) {
        for (int j = 0; j < names.size(); j++) {
            if (LONG_NUMBER.matcher(names.get(j)).matches()) {
                throw bad("the first line has a long number in column " + (j + 1) + ", so it is no header", place)
                        .hint("put a line with the names of the columns before it")
                        .toException();
            }
        }
    }

    private static Diagnostic bad(String message, Place place) {
        return Diagnostic.error(CsvCode.BAD_HEADER, message).at(place);
    }

    private static String columns(List<Integer> positions) {
        String list = positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (positions.size() == 1 ? "column " : "columns ") + list;
    }
}
