package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.audit.AuditFolders;
import org.canbao.audit.AuditReport;
import org.canbao.audit.Finding;
import org.canbao.spec.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code canbao audit}: whether printed numbers agree with themselves. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "Whether the printed numbers of a study agree with each other, with the arithmetic.",
        description = {
            "Stars against t, percentages against their N, standard deviations against their bounds, and whatever the",
            "study's checks.yaml declares. Rounding is never taken for a contradiction."
        },
        footer = {
            "",
            "Example:",
            "  canbao audit",
            "  canbao audit instant-settlement --format md",
            "  canbao audit --table mytable.csv --strict",
            "with mytable.csv:",
            "  column,row,value,std_error,stars,n",
            "  (1),policy,0.024,0.012,**,1204"
        })
final class AuditCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "STUDY",
            description = "Studies under configs/published, or folders of such tables (default: all).")
    List<String> studies = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "A table of printed numbers, one row per number. May be repeated.")
    List<Path> tables = new ArrayList<>();

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description = "What holds between the numbers of the --table files (default: only the usual rules).")
    Optional<Path> checks = Optional.empty();

    @Option(names = "--strict", description = "End with status 1 if anything disagrees.")
    boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md|html",
            defaultValue = "text",
            description = "How the findings are printed (default: ${DEFAULT-VALUE}).")
    AuditFormat format = AuditFormat.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "The language of titles (default: ${DEFAULT-VALUE}).")
    Lang lang = Lang.EN;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (checks.isPresent() && tables.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--checks says what holds in a --table");
        }
        AuditFolders folders = StudyOptions.audits();
        List<Finding> findings = new ArrayList<>();
        tables.forEach(table -> findings.addAll(folders.auditTable(table, checks)));
        List<String> asked = studies.isEmpty() && tables.isEmpty() ? folders.names() : studies;
        asked.forEach(study -> findings.addAll(folders.audit(study)));
        AuditReport report = new AuditReport(findings);
        if (findings.isEmpty()) {
            terminal.message("Nothing to check: no coefficients with standard errors, no percentages with their n.");
        }
        terminal.result(format.render(report, lang));
        return strict && !report.passed() ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
    }
}
