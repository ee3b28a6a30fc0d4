package org.canbao.choices;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.Problems;
import org.canbao.sample.SqlGuard;
import org.canbao.sample.StudyColumns;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SampleEdit;

/** From a spec and edits of its study to the task that estimates it. */
final class TaskCompiler {
    private final Versions versions;
    private final RowSets rows;
    private final SqlGuard guard;
    private final Curves.Keys keys;
    private final Map<ModelSpec, Model> models = new IdentityHashMap<>();

    TaskCompiler(Versions versions, RowSets rows, SqlGuard guard, Curves.Keys keys) {
        this.versions = versions;
        this.rows = rows;
        this.guard = guard;
        this.keys = keys;
    }

    /** A spec, what tells it from others, and the columns that it reads. */
    private record Model(String key, Set<String> columns) {}

    /** The task. */
    Task.OfRows of(ModelSpec model, List<SampleEdit> edits) {
        Model known = models.computeIfAbsent(model, this::read);
        Versions.Edited edited = versions.under(new Edits(edits));
        return Task.OfRows.of(known.key(), model, edited.names(known.columns()), rows.of(edited));
    }

    private Model read(ModelSpec model) {
        Problems problems = new Problems();
        Set<String> columns = new StudyColumns(guard, versions.known(), problems).check(model);
        problems.throwIfErrors();
        return new Model(keys.of(model.model(), model), columns);
    }
}
