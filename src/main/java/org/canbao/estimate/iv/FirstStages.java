package org.canbao.estimate.iv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.estimate.Estimate;
import org.canbao.estimate.SmallSample;
import org.canbao.estimate.Solved;
import org.canbao.estimate.Student;
import org.canbao.estimate.Wald;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;

/** The first stages as results, with the joint tests of their instruments. */
final class FirstStages {
    private FirstStages() {}

    /**
     * A first stage.
     *
     * @param name the endogenous column
     * @param estimate on exogenous columns and instruments
     * @param without on exogenous columns alone
     * @param instruments where the instruments stand among the kept columns
     */
    static IvFit.FirstStage of(String name, Estimate estimate, Solved without, int[] instruments) {
        List<Coefficient> all = estimate.coefficients();
        List<Coefficient> own = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int j : instruments) {
            own.add(all.get(j));
            names.add(all.get(j).name());
        }
        Optional<Fit.WaldTest> wald = Wald.zero(estimate, names);
        double explained = 1 - estimate.solved().rss() / without.rss();
        return new IvFit.FirstStage(
                name, own, f(estimate.solved(), without, instruments.length, estimate.small()), wald, explained);
    }

    /** F = ((RSS without - RSS)/q) / (RSS/(n - parameters)). */
    static Fit.WaldTest f(Solved with, Solved without, int q, SmallSample small) {
        double df2 = small.n() - (double) small.parameters().all();
        double f = (without.rss() - with.rss()) / q / (with.rss() / df2);
        return new Fit.WaldTest(f, Student.fTail(f, q, df2), q, df2);
    }
}
