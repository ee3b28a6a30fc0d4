package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Expr;
import org.canbao.spec.RdRandomization.Growth;
import org.canbao.spec.RdRandomization.Select;

/** Reads how a window about a cutoff is found by the balance of covariates. */
final class WindowSelectReader {
    static final int MOST = 1_000_000;
    static final KeySet KEYS = KeySet.of(
            "`select`",
            "covariates",
            "list of covariates that are to be balanced",
            "level",
            "the least p-value that counts as balance; 0.15 by default",
            "windows",
            "how many windows are tried; 10 by default",
            "values",
            "windows grow by one value of the running variable on each side, from so many on; from 1 on by default",
            "rows",
            "instead: the first window has so many rows on each side, each further one so many more: [10, 5]",
            "width",
            "instead: half-width of the first window, and how much wider each further one is: [0.5, 0.25]");

    private WindowSelectReader() {}

    static Select read(Located node, FormulaParser formulas) {
        return SideValues.mapping(node, KEYS, fields -> {
            Optional<List<Expr>> covariates =
                    fields.required("covariates", list -> Values.oneOrMore(list, formulas::expr));
            long ways = List.of("values", "rows", "width").stream()
                    .filter(fields::has)
                    .count();
            if (ways > 1) {
                fields.report(
                        "width",
                        Diagnostic.error(YamlCode.CONFLICT, "windows grow in one way: by `values`, `rows` or `width`"));
            }
            Optional<Growth> rows = fields.optional("rows", WindowSelectReader::rows);
            Optional<Growth> width = fields.optional("width", WindowSelectReader::width);
            int first = fields.optional("values", n -> Values.wholeBetween(n, 1, MOST))
                    .orElse(1);
            return new Select(
                    covariates.orElse(List.of()),
                    fields.optional("level", SideValues::share).orElse(0.15),
                    fields.optional("windows", n -> Values.wholeBetween(n, 1, 1000))
                            .orElse(10),
                    rows.or(() -> width).orElse(new Growth.Values(first)));
        });
    }

    private static Growth rows(Located node) {
        String expected =
                "two whole numbers: rows on each side of the first window, and how many more, for example [10, 5]";
        List<Integer> two = Values.list(node, expected, item -> Values.wholeBetween(item, 1, MOST));
        if (two.size() != 2) {
            throw Values.wrongKind(node, expected);
        }
        return new Growth.Rows(two.get(0), two.get(1));
    }

    private static Growth width(Located node) {
        String expected = "two positive numbers: the first half-width, and how much wider, for example [0.5, 0.25]";
        List<Double> two = Values.list(node, expected, SideValues::finite);
        if (two.size() != 2 || two.stream().anyMatch(value -> !(value > 0))) {
            throw Values.wrongKind(node, expected);
        }
        return new Growth.Width(two.get(0), two.get(1));
    }
}
