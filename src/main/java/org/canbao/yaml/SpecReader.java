package org.canbao.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ModelSpec;

/** Reads one spec from a file of its own, in YAML or JSON. */
public final class SpecReader {
    /** The id of a spec that is not part of a study. */
    public static final String ID = "spec";

    private SpecReader() {}

    /**
     * Reads a file.
     *
     * @throws CanbaoException with everything that is wrong in it, in the order of the file
     */
    public static ModelSpec read(Path file) {
        return read(YamlLoader.text(file), file.toString());
    }

    /**
     * Reads a text.
     *
     * @param fileName the name of the file, for messages
     * @throws CanbaoException with everything that is wrong in it, in the order of the text
     */
    public static ModelSpec read(String text, String fileName) {
        Located root = YamlLoader.load(fileName, text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(fileName))
                        .hint("expected a spec, for example {model: ols, formula: y ~ x, vcov: hc1}")
                        .toException());
        Located.Mapping spec = Values.mapping(root, "a mapping of keys, for example `model: ols`");
        Problems problems = new Problems();
        Optional<ModelSpec> read =
                new SpecBook(spec, Map.of(), FormulaLists.NONE, problems).written(ID, spec, spec.place());
        spec.get(SampleUses.KEY)
                .ifPresent(node -> problems.add(
                        Diagnostic.error(YamlCode.CONFLICT, "`sample` names a sample of a study, and here is none")
                                .at(node.place())));
        InFileOrder.throwIfErrors(problems);
        return read.orElseThrow(() -> new IllegalStateException("no spec and no finding"));
    }
}
