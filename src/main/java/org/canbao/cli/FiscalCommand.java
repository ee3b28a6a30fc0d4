package org.canbao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.canbao.fiscal.Fiscal;
import org.canbao.run.FiscalOutputs;
import org.canbao.spec.Lang;
import org.canbao.yaml.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code canbao fiscal}: who pays the subsidy, today and under reforms. */
@Command(
        name = "fiscal",
        mixinStandardHelpOptions = true,
        header = "Who pays the subsidy of resident insurance: today, when money follows the person, risk-adjusted.",
        description = "What is paid is what is received, to the cent.",
        footer = {
            "",
            "Example:",
            "  canbao fiscal configs/fiscal/linxia-hangzhou.yaml",
            "  canbao fiscal configs/fiscal/linxia-hangzhou.yaml --out out/fiscal --lang zh"
        })
final class FiscalCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SCENARIO.yaml", description = "The scenario.")
    Path scenario = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write tables and figures in all formats into a folder of the scenario's in this one.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|md|html",
            defaultValue = "text",
            description = "How the tables are printed (default: ${DEFAULT-VALUE}).")
    FiscalFormat format = FiscalFormat.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "The language of the words (default: ${DEFAULT-VALUE}).")
    Lang lang = Lang.EN;

    @Mixin(name = "messages")
    MessageOptions messages = new MessageOptions();

    FiscalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Fiscal fiscal = Fiscal.of(ScenarioReader.read(scenario));
        terminal.result(format.render(fiscal, lang));
        out.ifPresent(folder -> {
            List<String> files = FiscalOutputs.write(fiscal, folder, lang);
            terminal.message(files.size() + " files written to "
                    + folder.resolve(fiscal.scenario().id()));
        });
        return ExitStatus.DONE;
    }
}
