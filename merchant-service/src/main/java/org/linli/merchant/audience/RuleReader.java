package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule from JSON and names the place of whatever is wrong with it. {@code {"all": [...]}}, {@code {"any":
 * [...]}}, {@code {"not": {...}}} hold rules; {@code {"field": ..., ...}} is a condition.
 */
class RuleReader {
    private static final int MOST_ERRORS = Fields.MOST_ERRORS;

    private final AudienceSettings settings;
    private final ConditionReader conditions;
    private final Fields fields = new Fields();
    private int found;

    private RuleReader(AudienceSettings settings, Known known) {
        this.settings = settings;
        this.conditions = new ConditionReader(settings, known, fields);
    }

    /** What exists, for what a rule names. */
    interface Known {
        boolean has(Rule.Centre centre);
    }

    /** A rule, or what is wrong with it. */
    record Read(@Nullable Rule rule, List<FieldProblem> problems) {}

    static Read read(@Nullable JsonNode node, String path, AudienceSettings settings, Known known) {
        RuleReader reader = new RuleReader(settings, known);
        Optional<Rule> rule = reader.rule(node, path, 1);
        List<FieldProblem> problems = reader.fields.problems();
        return new Read(
                problems.isEmpty() ? rule.orElse(null) : null,
                problems.subList(0, Math.min(MOST_ERRORS, problems.size())));
    }

    private Optional<Rule> rule(@Nullable JsonNode node, String path, int level) {
        if (node == null || !node.isObject()) {
            return fields.wrong(path, "(expected: a rule)");
        }
        if (level > settings.mostLevels()) {
            return fields.wrong(path, "level " + level + " (expected: at most " + settings.mostLevels() + " levels)");
        }
        if (node.has("all")) {
            return several(node, "all", path, level).map(Rule.All::new);
        }
        if (node.has("any")) {
            return several(node, "any", path, level).map(Rule.Any::new);
        }
        if (node.has("not")) {
            fields.only(node, path, Set.of("not"));
            return rule(node.get("not"), path + ".not", level + 1).map(Rule.Not::new);
        }
        found++;
        if (found > settings.mostConditions()) {
            return fields.wrong(path, "(expected: at most " + settings.mostConditions() + " conditions)");
        }
        return conditions.read(node, path);
    }

    private Optional<List<Rule>> several(JsonNode node, String name, String path, int level) {
        fields.only(node, path, Set.of(name));
        JsonNode parts = node.get(name);
        String here = path + "." + name;
        int most = settings.mostConditions();
        if (!parts.isArray() || parts.isEmpty() || parts.size() > most) {
            String given = parts.isArray() ? parts.size() + " entries " : "";
            return fields.wrong(here, given + "(expected: 1 to " + most + " rules)");
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < parts.size() && fields.problems().size() < MOST_ERRORS; i++) {
            rule(parts.get(i), here + "[" + i + "]", level + 1).ifPresent(rules::add);
        }
        return Optional.of(rules);
    }
}
