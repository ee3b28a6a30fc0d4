package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.spec.FigureSpec;

/** Reads one entry of {@code figures}. */
final class FigureReader {
    /** One reader per kind, in the order in which they are listed. */
    static final List<FigureKind> ALL = List.of(
            new EventStudyFigureReader(), //
            new FitFigureReader("rd-density", FigureSpec.RdDensity::new),
            new RdPlotFigureReader(),
            new FitFigureReader("rd-robustness", FigureSpec.RdRobustness::new),
            new PlaceboFigureReader(),
            BarsFigureReader.bars(),
            BarsFigureReader.stack(),
            new ShareBarsReader(),
            new FitFigureReader("honest-did", FigureSpec.HonestDid::new));

    static final Choice<FigureKind> KIND = new Choice<>("kind", kinds());

    /** The keys of all kinds together, for entries whose kind is not known. */
    private static final KeySet ANY =
            ALL.stream().map(FigureKind::keys).reduce(new KeySet("a figure", Map.of()), KeySet::and);

    private final Declared declared;
    private final Problems problems;

    FigureReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    private static Map<String, FigureKind> kinds() {
        Map<String, FigureKind> kinds = new LinkedHashMap<>();
        ALL.forEach(kind -> kinds.put(kind.kind(), kind));
        return kinds;
    }

    /** The figure; empty if there was a finding. */
    Optional<FigureSpec> read(Located.Scalar id, Located.Mapping mapping) {
        Optional<FigureKind> given = mapping.get("kind").map(KIND::read);
        Fields fields = new Fields(mapping, given.map(FigureKind::keys).orElse(ANY), problems, id.place());
        return fields.required("kind", KIND::read)
                .flatMap(kind -> kind.read(ExhibitHead.read(id.value(), fields), fields, declared));
    }
}
