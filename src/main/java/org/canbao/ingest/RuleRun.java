package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.DuckDbSettings;
import org.canbao.engine.SqlText;
import org.canbao.files.AtomicFile;
import org.canbao.schema.Confidence;
import org.canbao.schema.Rule;

/**
 * Applies the rules of a schema to the Parquet files of a wave. Every rule is a view over the one before: rows that it drops
 * are gone, rows that it flags have a column more. Only rules that compare rows keep something, the places of the rows that
 * they find; what does not fit into memory spills into the wave's hidden folder. The files are written anew only where a
 * rule drops or flags.
 */
final class RuleRun {
    private static final long MEMORY = 1L << 30;

    private final List<Rule> rules;
    private final Path folder;
    private final int parts;
    private final DuckDbEngine engine;
    private final List<Codebook.RuleCount> counts = new ArrayList<>();
    private String rows = "canbao_rows";
    private boolean joined;

    /**
     * What rules left.
     *
     * @param rows rows of all files
     * @param variables their variables
     * @param counts what each rule found
     */
    record Applied(long rows, List<Variable> variables, List<Codebook.RuleCount> counts) {}

    private RuleRun(List<Rule> rules, Path folder, int parts, DuckDbEngine engine) {
        this.rules = rules;
        this.folder = folder;
        this.parts = parts;
        this.engine = engine;
    }

    /** Applies rules to the parts of a wave that was written into a folder. */
    static Applied apply(List<Rule> rules, Path folder, int parts, WaveWriter.Written written, int threads) {
        if (rules.isEmpty()) {
            return new Applied(written.rows(), written.variables(), List.of());
        }
        DuckDbSettings settings = DuckDbSettings.of(threads, folder).withMemory(MEMORY);
        try (DuckDbEngine engine = DuckDbEngine.open(settings)) {
            return new RuleRun(rules, folder, parts, engine).apply(written);
        }
    }

    private Applied apply(WaveWriter.Written written) {
        engine.execute("CREATE VIEW " + rows + " AS "
                + IntStream.range(0, parts).mapToObj(this::part).collect(Collectors.joining(" UNION ALL ")));
        Set<String> known = written.variables().stream().map(Variable::name).collect(Collectors.toSet());
        rules.forEach(rule -> applyKnown(rule, known));
        boolean changes = rules.stream()
                .anyMatch(rule -> rule.then() != Rule.Then.REPORT || rule.check() instanceof Rule.Document);
        if (changes) {
            rewrite();
        }
        long dropped = IntStream.range(0, counts.size())
                .filter(i -> rules.get(i).then() == Rule.Then.DROP)
                .mapToLong(i -> counts.get(i).rows())
                .sum();
        return new Applied(written.rows() - dropped, variables(written.variables()), counts);
    }

    private String part(int number) {
        String file = SqlText.literal(StoredWave.part(folder, number).toString());
        return "SELECT * EXCLUDE (file_row_number), file_row_number AS " + RuleSql.AT + ", " + number + " AS "
                + RuleSql.PART + " FROM read_parquet(" + file + ", file_row_number = true)";
    }

    /** Conditions on variables that the files lack are fulfilled; what a rule needs to find rows, it needs. */
    private void applyKnown(Rule rule, Set<String> known) {
        if (known.containsAll(rule.check().columns())) {
            apply(rule.amongKnown(known));
        } else {
            count(rule, 0, count("true"));
            next(rule, rule.then() == Rule.Then.DROP ? "false" : "CAST(NULL AS BOOLEAN)", "");
        }
    }

    private void apply(Rule rule) {
        if (RuleSql.comparesRows(rule)) {
            compareRows(rule);
        } else {
            String found =
                    rule.check() instanceof Rule.Document ? RuleSql.foundInRaw(rule) : RuleSql.found(rule.check());
            String among = RuleSql.among(rule);
            long hits = count(among + " AND coalesce(" + found + ", false)");
            count(rule, hits, count(among + " AND (" + found + ") IS NULL"));
            next(rule, "coalesce(" + among + " AND " + found + ", false)", "");
        }
    }

    private void compareRows(Rule rule) {
        String places = "canbao_found_" + rule.id();
        engine.execute("CREATE TABLE " + places + " AS " + RuleSql.places(rule, rows));
        count(
                rule,
                engine.count("SELECT count(*) FROM " + places),
                count(RuleSql.among(rule) + " AND NOT (" + RuleSql.judged(rule.check()) + ")"));
        String join = " LEFT JOIN (SELECT " + RuleSql.PART + ", " + RuleSql.AT + ", true AS found FROM " + places
                + ") f USING (" + RuleSql.PART + ", " + RuleSql.AT + ")";
        next(rule, "coalesce(f.found, false)", join);
        joined |= rule.then() != Rule.Then.REPORT;
    }

    private long count(String where) {
        return engine.count("SELECT count(*) FROM " + rows + " WHERE " + where);
    }

    private void count(Rule rule, long found, long notJudged) {
        counts.add(new Codebook.RuleCount(rule.id(), rule.then().text(), rule.label(), found, notJudged));
    }

    /** The rows as the next rule sees them. */
    private void next(Rule rule, String found, String join) {
        if (rule.then() == Rule.Then.REPORT) {
            return;
        }
        String view = "canbao_after_" + rule.id();
        String select = rule.then() == Rule.Then.DROP
                ? "SELECT r.* FROM " + rows + " r" + join + " WHERE NOT " + found
                : "SELECT r.*, " + found + " AS " + SqlText.identifier(rule.id()) + " FROM " + rows + " r" + join;
        engine.execute("CREATE VIEW " + view + " AS " + select);
        rows = view;
    }

    private void rewrite() {
        List<String> helpers = new ArrayList<>(List.of(RuleSql.PART, RuleSql.AT));
        rules.stream()
                .filter(rule -> rule.check() instanceof Rule.Document)
                .forEach(rule -> helpers.add(RuleSql.foundInRaw(rule)));
        String columns = "SELECT * EXCLUDE (" + String.join(", ", helpers) + ") FROM " + rows;
        for (int number = 0; number < parts; number++) {
            String order = joined ? " ORDER BY " + RuleSql.AT : "";
            engine.writeParquet(columns + " WHERE " + RuleSql.PART + " = " + number + order, anew(number));
        }
        for (int number = 0; number < parts; number++) {
            replace(StoredWave.part(folder, number), anew(number));
        }
    }

    /** The view reads all parts as they are, so that none may change before the last is written. */
    private Path anew(int number) {
        return folder.resolve("rules-" + number + ".parquet");
    }

    private static void replace(Path part, Path anew) {
        try {
            AtomicFile.move(anew, part);
        } catch (IOException e) {
            throw AtomicFile.notWritten(part, e);
        }
    }

    private List<Variable> variables(List<Variable> before) {
        List<Variable> variables = new ArrayList<>();
        before.stream().filter(v -> !v.name().startsWith(Rule.COLUMN)).forEach(variables::add);
        rules.stream().filter(rule -> rule.then() == Rule.Then.FLAG).forEach(rule -> variables.add(flag(rule)));
        return variables;
    }

    private static Variable flag(Rule rule) {
        VariableSource source =
                new VariableSource(List.of(), Confidence.VERIFIED.text(), "", Optional.of(rule.label()), Map.of());
        return new Variable(
                rule.id(), ValueType.BOOLEAN, rule.label().en(), Map.of(), Map.of(), "", Optional.of(source));
    }
}
