package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says that an index can use: values a field must equal, lower bounds, and bounds of {@code _id}. Everything else is
 * left out, so a document that fits the filter always fits its conditions, but not the other way round: whoever looks
 * documents up by conditions still asks the whole filter of each.
 */
final class Conditions {

    private static final String ID = "_id";

    private static final Set<Set<String>> ONLY_NAMES = Set.of(Set.of("$in"), Set.of("$eq"));

    private final Map<String, List<Object>> candidates = new HashMap<>();
    private final Map<String, KeyValue> lowest = new HashMap<>();
    private @Nullable Object lowestId;
    private @Nullable Object highestId;

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.addAll(filter);
        return conditions;
    }

    /** Values of which the field must equal one, in the form in which indexes keep them; null if any value may do. */
    @Nullable List<Object> candidatesOf(String field) {
        return candidates.get(field);
    }

    /** What sorts right before the first index entry that the field's bound lets through; null if there is no bound. */
    @Nullable KeyValue before(String field) {
        return lowest.get(field);
    }

    /** Inclusive; null if there is no such bound. */
    @Nullable Object lowestId() {
        return lowestId;
    }

    /** Inclusive; null if there is no such bound. */
    @Nullable Object highestId() {
        return highestId;
    }

    /**
     * What is left to ask of documents that were found under the ids of this filter: a hundred ids are not compared
     * with a hundred documents each. Only for texts, which are equal in no other way than being the same.
     */
    Document withoutTheIdIn(Document filter) {
        if (!filter.containsKey(ID) || !isTexts(candidates.get(ID))) {
            return filter;
        }
        Conditions alone = of(new Document(ID, filter.get(ID)));
        boolean isAllItSays = isTexts(asList(filter.get(ID)))
                || filter.get(ID) instanceof Document operators && ONLY_NAMES.contains(operators.keySet());
        if (!isAllItSays || !Objects.equals(alone.candidates.get(ID), candidates.get(ID))) {
            return filter;
        }
        Document rest = new Document();
        filter.forEach((field, value) -> {
            if (!field.equals(ID)) {
                rest.put(field, value);
            }
        });
        return rest;
    }

    private static boolean isTexts(@Nullable List<?> values) {
        return values != null && values.stream().allMatch(String.class::isInstance);
    }

    private void addAll(Document filter) {
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            Object value = entry.getValue();
            if (entry.getKey().equals("$and") && value instanceof Collection<?> parts) {
                parts.stream().filter(Document.class::isInstance).forEach(part -> addAll((Document) part));
            } else if (!entry.getKey().startsWith("$")) {
                add(entry.getKey(), value);
            }
        }
    }

    private void add(String field, @Nullable Object value) {
        if (value instanceof Document document && isOperators(document)) {
            document.forEach((operator, operand) -> addOperator(field, operator, operand));
        } else {
            addCandidates(field, asList(value));
        }
    }

    private void addOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> addCandidates(field, asList(operand));
            case "$in" -> {
                if (operand instanceof Collection<?> values) {
                    addCandidates(field, values);
                }
            }
            case "$gt", "$gte" -> {
                if (operand != null && isIndexed(operand)) {
                    lowestId = field.equals(ID) ? operand : lowestId;
                    lowest.putIfAbsent(field, before(normalized(operand), operator.equals("$gte")));
                }
            }
            case "$lt", "$lte" -> {
                if (field.equals(ID) && isIndexed(operand)) {
                    highestId = operand;
                }
            }
            default -> {
                // No index knows about it.
            }
        }
    }

    private void addCandidates(String field, Collection<?> values) {
        if (!values.stream().allMatch(Conditions::isIndexed)) {
            return;
        }
        List<Object> normalized = new ArrayList<>(values.size());
        for (Object value : values) {
            normalized.add(normalized(value));
        }
        candidates.putIfAbsent(field, normalized);
    }

    /** An entry continues with more values after the bound's: none comes before the value alone, none after the greatest. */
    private static KeyValue before(Object bound, boolean inclusive) {
        return inclusive ? new KeyValue(bound) : new KeyValue(List.of(bound, MaxKey.getInstance()));
    }

    private static Object normalized(Object value) {
        return new KeyValue(value).normalized().get(0);
    }

    private static List<@Nullable Object> asList(@Nullable Object value) {
        List<@Nullable Object> one = new ArrayList<>(1);
        one.add(value);
        return one;
    }

    /** Null also means "missing", an array also means "contains", a pattern means many values: no single index entry. */
    private static boolean isIndexed(@Nullable Object value) {
        return !Missing.isNullOrMissing(value)
                && !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }
}
