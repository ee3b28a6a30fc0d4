package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.SqlText;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.estimate.batch.Batch;
import org.canbao.estimate.batch.Estimated;
import org.canbao.estimate.batch.Member;
import org.canbao.sample.Sample;
import org.canbao.sample.SqlGuard;

/** Estimates tasks over the wide sample: regressions together, all others one by one on the columns they would have. */
final class Tasks {
    private static final Logger LOG = LogManager.getLogger(Tasks.class);
    private static final String VIEW = SqlText.identifier("~study");

    private final Sample wide;
    private final EstimationOptions options;

    Tasks(Sample wide, EstimationOptions options) {
        this.wide = wide;
        this.options = options;
    }

    /** The outcomes, by key of the task. */
    Map<String, Outcome> estimate(List<Task.OfRows> tasks) {
        SqlGuard guard = new SqlGuard(wide.engine());
        List<Task.OfRows> together = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        for (Task.OfRows task : tasks) {
            RenamedModel.member(task, guard).ifPresent(member -> {
                together.add(task);
                members.add(member);
            });
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Optional<Estimated>> found = new Batch(wide, options).estimate(members);
        for (int i = 0; i < found.size(); i++) {
            String key = together.get(i).key();
            found.get(i).ifPresent(estimated -> outcomes.put(key, Outcome.of(estimated)));
        }
        LOG.info("{} of {} estimated together", outcomes.size(), tasks.size());
        for (Task.OfRows task : tasks) {
            if (!outcomes.containsKey(task.key())) {
                outcomes.put(task.key(), alone(task));
            }
        }
        return outcomes;
    }

    private Outcome alone(Task.OfRows task) {
        try {
            return Outcome.of(Estimators.estimate(task.model(), sample(task), options));
        } catch (CanbaoException e) {
            return Outcome.of(e);
        }
    }

    /** The sample of the edited study, as a view of the wide one. */
    private Sample sample(Task.OfRows task) {
        String items = task.columns().entrySet().stream()
                .map(e -> SqlText.identifier(e.getValue()) + " AS " + SqlText.identifier(e.getKey()))
                .collect(Collectors.joining(", "));
        wide.engine()
                .execute("CREATE OR REPLACE VIEW " + VIEW + " AS SELECT " + items + " FROM " + wide.relation()
                        + " WHERE " + SqlText.identifier(task.rows()));
        List<Variable> variables = task.columns().entrySet().stream()
                .flatMap(e -> wide.variable(e.getValue()).map(v -> v.withName(e.getKey())).stream())
                .toList();
        long rows = wide.engine().count("SELECT count(*) FROM " + VIEW);
        return new Sample(wide.engine(), VIEW, rows, variables, wide.simulated());
    }
}
