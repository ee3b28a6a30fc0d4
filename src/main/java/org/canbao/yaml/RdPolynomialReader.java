package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Side;
import org.canbao.spec.ModelSpec.Sides;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.Term;

/** Reads regression discontinuities with a global polynomial. */
final class RdPolynomialReader implements ModelReader {
    private static final int HIGHEST_ORDER = 4;
    /** The name of the estimate, which no control may have. */
    private static final String JUMP = "jump";

    static final Choice<Sides> SIDES = new Choice<>("sides", sides());
    static final Choice<Side> SIDE = new Choice<>("side", side());

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `rd-polynomial`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "running",
                    "column of the running variable",
                    "cutoff",
                    "where treatment changes, on the scale of the running variable",
                    "order",
                    "degree of the polynomial in the running variable less the cutoff, 0 to 4",
                    "sides",
                    "one polynomial for both sides (common), or one on each (separate)",
                    "side",
                    "the treated side: right (the default; running >= cutoff) or left (running < cutoff)",
                    "window",
                    "values of the running variable that are used: [from, to], both included, or a half-width about"
                            + " the cutoff",
                    "controls",
                    "further terms, for example age + age^2 + @city",
                    "fixed_effects",
                    "list of effects absorbed, for example [city, year]")
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "rd-polynomial";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        FormulaParser formulas = scope.formulas();
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Expr> outcome = fields.required("outcome", formulas::expr);
        Optional<ColumnRef> running = fields.required("running", Values::column);
        Optional<Double> cutoff = fields.required("cutoff", SideValues::finite);
        Optional<Integer> order = fields.required("order", node -> Values.wholeBetween(node, 0, HIGHEST_ORDER));
        Optional<Sides> sides = fields.required("sides", SIDES::read);
        Side side = fields.optional("side", SIDE::read).orElse(Side.RIGHT);
        Optional<Window> window = cutoff.flatMap(at -> fields.optional("window", node -> CutoffWindow.read(node, at)));
        List<Term> controls = fields.optional("controls", formulas::terms).orElse(List.of());
        List<FixedEffect> effects = fields.optional(
                        "fixed_effects", node -> Values.oneOrMore(node, formulas::fixedEffect))
                .orElse(List.of());
        checkControls(fields, controls);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ModelSpec.RdPolynomial(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        running.orElseThrow(),
                        cutoff.orElseThrow(),
                        order.orElseThrow(),
                        sides.orElseThrow(),
                        side,
                        window,
                        controls,
                        effects));
    }

    private static void checkControls(Fields fields, List<Term> controls) {
        if (controls.stream().anyMatch(term -> term.text().equals(JUMP))) {
            fields.report(
                    "controls",
                    Diagnostic.error(YamlCode.CONFLICT, "control `" + JUMP + "` has the name of the estimate")
                            .hint("derive it under another name"));
        }
    }

    private static Map<String, Sides> sides() {
        Map<String, Sides> sides = new LinkedHashMap<>();
        sides.put("common", Sides.COMMON);
        sides.put("separate", Sides.SEPARATE);
        return sides;
    }

    private static Map<String, Side> side() {
        Map<String, Side> side = new LinkedHashMap<>();
        side.put("right", Side.RIGHT);
        side.put("left", Side.LEFT);
        return side;
    }
}
