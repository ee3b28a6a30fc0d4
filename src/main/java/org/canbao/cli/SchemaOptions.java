package org.canbao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.schema.DataSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which schema harmonises a raw file. */
final class SchemaOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    CommandSpec command;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "What the raw variables are called and what their codes mean: the name of a schema under"
                    + " data-schemas, or the path of one. `canbao inspect` shows how it fits and has exit status 1 if it"
                    + " does not; `canbao ingest` harmonises by it.")
    Optional<String> schema = Optional.empty();

    @Option(
            names = "--override",
            paramLabel = "FILE",
            description =
                    "A YAML file with the `variables` or the `roster` of the schema that are different in your file:"
                            + " its keys are put over those of the schema. May be repeated.")
    List<Path> overrides = new ArrayList<>();

    /**
     * The schema that was asked for.
     *
     * @throws ParameterException if there are overrides of none
     */
    Optional<DataSchema> schema() {
        if (schema.isEmpty() && !overrides.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--override wants a --schema that it changes");
        }
        return schema.map(name -> StudyOptions.schemas().read(name, overrides));
    }
}
