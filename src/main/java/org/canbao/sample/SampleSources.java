package org.canbao.sample;

import java.util.ArrayList;
import java.util.List;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;

/**
 * The inputs of a sample as views of the engine.
 *
 * @param base the input whose rows are the observations
 * @param joins the inputs joined to it, in order
 */
record SampleSources(InputView base, List<JoinedView> joins) {
    SampleSources {
        joins = List.copyOf(joins);
    }

    /** Creates the views; keys that do not fit are reported. */
    static SampleSources open(SqlEngine engine, StudySpec study, List<ResolvedInput> inputs, Problems problems) {
        InputView base = view(engine, study, study.sample().from(), inputs);
        return join(engine, study, base, study.sample().joins(), inputs, problems);
    }

    /** The same for rows that are there already. */
    static SampleSources join(
            SqlEngine engine,
            StudySpec study,
            InputView base,
            List<StudySpec.Join> asked,
            List<ResolvedInput> inputs,
            Problems problems) {
        List<JoinedView> joins = new ArrayList<>();
        for (StudySpec.Join join : asked) {
            JoinedView joined = new JoinedView(join, view(engine, study, join.input(), inputs));
            joined.checkKeys(base, problems);
            joins.add(joined);
        }
        return new SampleSources(base, joins);
    }

    private static InputView view(SqlEngine engine, StudySpec study, ColumnRef ref, List<ResolvedInput> inputs) {
        StudySpec.Input input = study.inputs().get(ref.name());
        for (ResolvedInput resolved : inputs) {
            if (input != null
                    && resolved.name().equals(ref.name())
                    && !resolved.files().isEmpty()) {
                return InputView.create(engine, input, resolved);
            }
        }
        throw Diagnostic.error(SampleCode.INPUT_MISSING, "input `" + ref.name() + "` has no data")
                .at(ref.place())
                .hint("ingest its data set first, or name a file with --input " + ref.name() + "=FILE")
                .toException();
    }

    /** Whether any extract was simulated. */
    boolean simulated() {
        return base.simulated() || joins.stream().anyMatch(j -> j.view().simulated());
    }
}
