package org.canbao.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.engine.EngineCode;
import org.canbao.engine.EngineLock;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.files.AtomicFile;
import org.canbao.files.PartFile;
import org.canbao.privacy.Protection;
import org.canbao.spec.CellsSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;

/**
 * Builds the analysis sample of a study: inputs, joins, derived columns, filters. The rows are stored as Parquet, sorted
 * by the columns that make the cells of the estimates and then by their order in the input, so that the same inputs give
 * the same file. Only the columns that the study uses are read.
 */
public final class SampleBuilder {
    /** The name of the view of the sample in its engine. */
    public static final String RELATION = "sample";

    private static final Logger LOG = LogManager.getLogger();
    private static final int ROW_GROUP = 122_880;

    private final SqlEngine engine;

    /** A builder that works in this engine, which is not used for anything else before. */
    public SampleBuilder(SqlEngine engine) {
        this.engine = engine;
    }

    /**
     * Builds the sample. From then on the engine can read the inputs, read and write in the folder of {@code target}, and
     * nothing else.
     *
     * @param inputs the inputs that the study names
     * @param target the Parquet file to write; it appears whole or not at all
     * @throws CanbaoException with everything that is wrong with the study's columns and expressions, or if no row is left
     */
    public BuiltSample build(StudySpec study, List<ResolvedInput> inputs, Path target) {
        return build(study, inputs, target, Optional.empty());
    }

    /**
     * The same with columns and an order of rows that do not follow from the specs of the study.
     *
     * @param layout which columns, and how they are sorted
     */
    public BuiltSample build(StudySpec study, List<ResolvedInput> inputs, Path target, Layout layout) {
        return build(study, inputs, target, Optional.of(layout));
    }

    /**
     * The columns of a sample.
     *
     * @param columns their names
     * @param order those by which the rows are sorted, before their order in the input
     */
    public record Layout(List<String> columns, List<String> order) {
        public Layout {
            columns = List.copyOf(columns);
            order = List.copyOf(order);
        }
    }

    private BuiltSample build(StudySpec study, List<ResolvedInput> inputs, Path target, Optional<Layout> layout) {
        Problems problems = new Problems();
        SqlGuard guard = new SqlGuard(engine);
        StudySpec.SampleSpec spec = study.sample();
        Layer rows = Layer.of(
                engine,
                guard,
                SampleSources.open(engine, study, inputs, problems),
                spec.derive(),
                spec.filters(),
                problems);
        Optional<CellCounts> cells = spec.cells().flatMap(asked -> CellCounts.create(asked, rows, engine, problems));
        if (spec.cells().isPresent()) {
            problems.throwIfErrors();
        }
        Layer top = cells.map(counts -> above(study, spec.cells().orElseThrow(), counts, guard, inputs, problems))
                .orElse(rows);
        Set<String> used = new StudyColumns(guard, top.expressions().known(), problems).check(study);
        problems.throwIfErrors();
        lock(rows.expressions(), inputs, target);

        for (Layer layer : cells.isPresent() ? List.of(rows, top) : List.of(rows)) {
            layer.sources().joins().forEach(join -> join.checkUnique(engine, problems));
        }
        problems.throwIfErrors();
        Protection protection = StudyProtection.of(study, inputs);
        Set<String> needed = new LinkedHashSet<>(used);
        needed.addAll(protection.behind(used)); // small counts hide what is made of them
        List<String> columns = layout.map(Layout::columns).orElseGet(() -> columns(study, top.expressions(), needed));
        List<String> order = layout.map(Layout::order).orElseGet(() -> SpecColumns.sortColumns(study));
        List<Ledger.Step> steps = guarded(rows, () -> count(rows, cells));
        int below = protection.below();
        if (cells.isPresent()) {
            refuseEmpty(study, new Ledger(study.id(), steps, last(steps), below));
            steps.add(fill(rows, cells.get(), last(steps)));
            steps.addAll(guarded(top, () -> count(top, false)));
        }
        Ledger ledger = new Ledger(study.id(), steps, last(steps), below);
        refuseEmpty(study, ledger);
        return guarded(top, () -> {
            write(top, columns, order, target);
            Sample sample =
                    open(top.rows(), target, ledger.rows(), top.sources().simulated());
            return new BuiltSample(sample, ledger, notes(rows, cells, top, columns));
        });
    }

    private Layer above(
            StudySpec study,
            CellsSpec spec,
            CellCounts cells,
            SqlGuard guard,
            List<ResolvedInput> inputs,
            Problems problems) {
        SampleSources sources = SampleSources.join(engine, study, cells.view(), spec.joins(), inputs, problems);
        return Layer.of(engine, guard, sources, spec.derive(), spec.filters(), problems);
    }

    /** The lines of the ledger about the rows, which are counted in cells in the same pass, if any are asked for. */
    private List<Ledger.Step> count(Layer rows, Optional<CellCounts> cells) {
        if (cells.isEmpty()) {
            return count(rows, true);
        }
        LedgerCounts ledger = new LedgerCounts(rows);
        return ledger.count(engine, cells.get().count(ledger), true);
    }

    private List<Ledger.Step> count(Layer layer, boolean input) {
        LedgerCounts ledger = new LedgerCounts(layer);
        return ledger.count(engine, "(" + ledger.byFate("(" + layer.asked(List.of()) + ")") + ")", input);
    }

    private Ledger.Step fill(Layer rows, CellCounts cells, long kept) {
        return guarded(rows, () -> cells.fill(kept));
    }

    private static long last(List<Ledger.Step> steps) {
        return steps.get(steps.size() - 1).after();
    }

    private static List<Diagnostic> notes(Layer rows, Optional<CellCounts> cells, Layer top, List<String> columns) {
        List<Diagnostic> notes = new ArrayList<>(notes(top, columns));
        cells.ifPresent(counts -> notes.addAll(notes(rows, counts.names())));
        return notes;
    }

    private static List<Diagnostic> notes(Layer layer, List<String> columns) {
        Set<String> read = layer.expressions().read(columns);
        List<Diagnostic> notes = new ArrayList<>(layer.rows().ambiguities(read));
        notes.addAll(layer.rows().absences(read));
        return notes;
    }

    /** Does what reads data; where the engine fails, the finding names the expression that it fails on. */
    private static <T> T guarded(Layer layer, Supplier<T> work) {
        try {
            return work.get();
        } catch (CanbaoException e) {
            throw isOfEngine(e) ? layer.expressions().blame(e) : e;
        }
    }

    private static boolean isOfEngine(CanbaoException e) {
        return e.diagnostics().stream().anyMatch(d -> d.code() == EngineCode.QUERY_FAILED);
    }

    private void lock(Expressions expressions, List<ResolvedInput> inputs, Path target) {
        if (expressions.sumsInWindows()) {
            LOG.info("a window sums: the sample is built on one thread, so that its last digit does not vary");
            engine.execute("SET threads = 1");
        }
        List<Path> readable = inputs.stream().flatMap(i -> i.files().stream()).toList();
        EngineLock.lock(engine, readable, folder(target));
    }

    private static Path folder(Path target) {
        return Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    /** The columns of the sample: those that the study uses; all if it uses none. */
    private static List<String> columns(StudySpec study, Expressions expressions, Set<String> used) {
        return expressions.known().names().stream()
                .filter(name -> used.contains(name)
                        || (study.specs().isEmpty() && study.tables().isEmpty()))
                .toList();
    }

    private static List<StudySpec.Filter> filters(StudySpec study) {
        List<StudySpec.Filter> filters = new ArrayList<>(study.sample().filters());
        study.sample().cells().ifPresent(cells -> filters.addAll(cells.filters()));
        return filters;
    }

    private static void refuseEmpty(StudySpec study, Ledger ledger) {
        if (ledger.rows() > 0) {
            return;
        }
        Diagnostic finding = Diagnostic.error(SampleCode.NO_ROWS, "no row is left in the sample");
        for (StudySpec.Filter filter : filters(study)) {
            boolean emptied = ledger.steps().stream()
                    .anyMatch(s -> s.kind() == Ledger.Kind.FILTER
                            && s.id().equals(filter.id())
                            && s.before() > 0
                            && s.after() == 0);
            finding = emptied ? finding.at(filter.keep().place()) : finding;
        }
        for (String line : LedgerText.print(ledger, Lang.EN).lines().toList()) {
            finding = finding.hint(line);
        }
        throw finding.toException();
    }

    private void write(Layer layer, List<String> columns, List<String> sorted, Path target) {
        List<String> order = new ArrayList<>();
        sorted.forEach(column -> order.add(SqlText.identifier(column) + " ASC NULLS LAST"));
        order.add(InputView.FILE);
        order.add(InputView.ROW);
        try (PartFile part = PartFile.beside(real(target))) {
            engine.execute("COPY (SELECT " + InputView.list(columns) + " FROM (" + layer.kept(columns) + ") ORDER BY "
                    + String.join(", ", order) + ") TO "
                    + SqlText.literal(part.path().toString())
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
                    + ROW_GROUP + ")");
            AtomicFile.move(part.path(), target);
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    private Sample open(JoinedRows rows, Path target, long count, boolean simulated) {
        engine.execute("CREATE VIEW " + RELATION + " AS SELECT * FROM read_parquet("
                + SqlText.literal(real(target).toString()) + ")");
        List<Variable> variables =
                engine.columns(RELATION).stream().map(rows::labelled).toList();
        return new Sample(engine, RELATION, count, variables, simulated);
    }

    /** The path as the lock knows it: links of the folder resolved. */
    private static Path real(Path file) {
        try {
            return Files.createDirectories(folder(file)).toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }
}
