package org.canbao.report.table;

import java.util.List;
import org.canbao.result.Fit;
import org.canbao.result.RandomizationFit;

/** The printers there are, and a fit together with its own. */
final class FitPrinters {
    private static final List<FitPrinter<?>> ALL = List.of(
            new RdPolynomialPrinter(), //
            new RdLocalPrinter(),
            new CallawaySantannaPrinter(),
            new SunAbrahamPrinter(),
            new ImputationPrinter(),
            new BaconPrinter(),
            new TwfeWeightsPrinter(),
            new HonestDidPrinter(),
            new IvPrinter(),
            new LikelihoodPrinter(),
            new PermutationPrinter<>(RandomizationFit.class),
            new RomanoWolfPrinter(),
            new GroupDifferencePrinter(),
            new ExactTestPrinter(),
            new OsterPrinter(),
            new OrderedPrinter(),
            new RdDensityPrinter(),
            new RdPlotPrinter(),
            new RdRandomizationPrinter(),
            new RdRobustnessPrinter(),
            new PermutationPrinter<>(Fit.Placebo.class));

    private FitPrinters() {}

    /** A fit with its printer, so that callers need not know its type. */
    record Printed<F extends Fit>(F fit, FitPrinter<F> printer) {}

    /** The fit with its printer; with one that adds nothing if it has none. */
    static Printed<?> of(Fit fit) {
        for (FitPrinter<?> printer : ALL) {
            if (printer.type().isInstance(fit)) {
                return with(printer, fit);
            }
        }
        return new Printed<>(fit, new Plain());
    }

    private static <F extends Fit> Printed<F> with(FitPrinter<F> printer, Fit fit) {
        return new Printed<>(printer.type().cast(fit), printer);
    }

    private record Plain() implements FitPrinter<Fit> {
        @Override
        public Class<Fit> type() {
            return Fit.class;
        }
    }
}
