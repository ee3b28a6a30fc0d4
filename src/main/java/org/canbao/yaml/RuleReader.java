package org.canbao.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.canbao.data.Bilingual;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;
import org.canbao.schema.RosterCount;
import org.canbao.schema.Rule;

/** Reads {@code rules} of a data schema. */
final class RuleReader {
    static final KeySet KEYS = KeySet.of(
            "a rule",
            "id",
            "its name, and that of the column which flags rows",
            "en",
            "what is wrong, in English",
            "zh",
            "what is wrong, in Chinese",
            "when",
            "finds rows that fulfil all conditions: variable: value, variable: [values], variable: {from: 0, to: 9}",
            "overlap",
            "finds spells that begin before an earlier one of the same unit has ended",
            "repeated",
            "finds rows after the first with the same values of these variables",
            "backwards",
            "finds rows that end before they begin",
            "document",
            "finds persons whose date of birth or sex contradicts the number of their identity document",
            "among",
            "conditions that rows must fulfil to be looked at, as under `when`",
            "then",
            "what is done with rows that are found");

    static final KeySet OVERLAP_KEYS = KeySet.of(
            "`overlap`",
            "unit",
            "what has spells",
            "from",
            "when a spell begins",
            "to",
            "when it ends; empty while it lasts");

    static final KeySet BACKWARDS_KEYS = KeySet.of("`backwards`", "from", "the beginning", "to", "the end");

    static final KeySet DOCUMENT_KEYS = KeySet.of(
            "`document`",
            "number",
            "the names that the number of the document may have in a raw file",
            "birth",
            "those of the date of birth, written with year, month and day",
            "sex",
            "those of the sex: 1 or 男, 2 or 女");

    static final Choice<Rule.Then> THEN = Choice.ofNames("then", Rule.Then.DROP, Rule.Then.FLAG, Rule.Then.REPORT);

    private static final List<String> CHECKS = List.of("when", "overlap", "repeated", "backwards", "document");

    private final Set<String> variables;
    private final Set<String> ids = new HashSet<>();

    /** A reader of rules on these variables. */
    RuleReader(Set<String> variables) {
        this.variables = variables;
    }

    /** The rules, in order. */
    List<Rule> read(Located node) {
        return Values.list(node, "a list of rules, each {id: …, when: …, then: …}", this::rule);
    }

    private Rule rule(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a rule {id: …, when: …, then: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, KEYS, found, mapping.place());
        Optional<String> id = fields.required("id", n -> id(Values.scalar(n, "an id")));
        Optional<String> english = fields.optional("en", Values::text);
        Optional<String> chinese = fields.optional("zh", Values::text);
        List<Rule.Check> checks = new ArrayList<>();
        fields.optional("when", n -> new Rule.When(conditions(n))).ifPresent(checks::add);
        fields.optional("overlap", this::overlap).ifPresent(checks::add);
        fields.optional("repeated", n -> new Rule.Repeated(Values.oneOrMore(n, this::variable)))
                .ifPresent(checks::add);
        fields.optional("backwards", this::backwards).ifPresent(checks::add);
        fields.optional("document", RuleReader::document).ifPresent(checks::add);
        List<RosterCount.Condition> among =
                fields.optional("among", this::conditions).orElse(List.of());
        Optional<Rule.Then> then = fields.required("then", THEN::read);
        if (!fields.failed() && checks.size() != 1) {
            fields.report(Diagnostic.error(YamlCode.CONFLICT, "a rule finds rows in one way, not in " + checks.size())
                    .at(mapping.place())
                    .hint("one of: " + String.join(", ", CHECKS))
                    .toException());
        }
        found.throwIfErrors();
        String first = english.or(() -> chinese).orElse(id.orElseThrow());
        return new Rule(
                id.orElseThrow(),
                checks.get(0),
                among,
                then.orElseThrow(),
                new Bilingual(first, chinese.orElse(first)),
                mapping.place());
    }

    private String id(Located.Scalar node) {
        String id = SchemaReader.name(node);
        if (variables.contains(id) || !ids.add(id)) {
            throw Diagnostic.error(YamlCode.CONFLICT, "`" + id + "` is the name of a variable or of another rule")
                    .at(node.place())
                    .toException();
        }
        return id;
    }

    private Rule.Overlap overlap(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping {unit: …, from: …, to: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, OVERLAP_KEYS, found, mapping.place());
        Optional<List<String>> unit = fields.required("unit", n -> Values.oneOrMore(n, this::variable));
        Optional<String> from = fields.required("from", this::variable);
        Optional<String> to = fields.required("to", this::variable);
        found.throwIfErrors();
        return new Rule.Overlap(unit.orElseThrow(), from.orElseThrow(), to.orElseThrow());
    }

    private Rule.Backwards backwards(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping {from: …, to: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, BACKWARDS_KEYS, found, mapping.place());
        Optional<String> from = fields.required("from", this::variable);
        Optional<String> to = fields.required("to", this::variable);
        found.throwIfErrors();
        return new Rule.Backwards(from.orElseThrow(), to.orElseThrow());
    }

    private static Rule.Document document(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping {number: …, birth: …, sex: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, DOCUMENT_KEYS, found, mapping.place());
        Optional<List<String>> number = fields.required("number", RuleReader::names);
        List<String> birth = fields.optional("birth", RuleReader::names).orElse(List.of());
        List<String> sex = fields.optional("sex", RuleReader::names).orElse(List.of());
        if (!fields.failed() && birth.isEmpty() && sex.isEmpty()) {
            fields.report(Diagnostic.error(YamlCode.MISSING_KEY, "`document` needs `birth`, `sex` or both")
                    .at(mapping.place())
                    .toException());
        }
        found.throwIfErrors();
        return new Rule.Document(number.orElseThrow(), birth, sex);
    }

    private static List<String> names(Located node) {
        return Values.oneOrMore(node, Values::text);
    }

    private List<RosterCount.Condition> conditions(Located node) {
        List<RosterCount.Condition> conditions = new ArrayList<>();
        Problems found = new Problems();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of variables to values").entries()) {
            try {
                variable(entry.key());
                conditions.add(RosterReader.condition(entry));
            } catch (CanbaoException e) {
                found.addAll(e);
            }
        }
        found.throwIfErrors();
        return conditions;
    }

    private String variable(Located node) {
        String name = Values.text(node);
        if (!variables.contains(name)) {
            throw Diagnostic.error(YamlCode.UNKNOWN_NAME, "the schema has no variable `" + name + "`")
                    .at(node.place())
                    .nearest(Nearest.to(name, variables))
                    .toException();
        }
        return name;
    }
}
