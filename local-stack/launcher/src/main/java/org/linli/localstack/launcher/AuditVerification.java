package org.linli.localstack.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.linli.localstack.api.Json;
import tools.jackson.databind.JsonNode;

/** Has the chains verified call by call, however long they are, and says after each how far it got. */
final class AuditVerification {
    private final UnaryOperator<JsonNode> call;
    private final Consumer<String> out;
    private final Map<String, Long> rowsByChain = new LinkedHashMap<>();

    /** @param call asks for one part, and answers what was found in it */
    AuditVerification(UnaryOperator<JsonNode> call, Consumer<String> out) {
        this.call = call;
        this.out = out;
    }

    /** @return whether every row is as it was written */
    boolean run(Map<String, Object> wanted) {
        Map<String, Object> question = new LinkedHashMap<>(wanted);
        long begun = System.nanoTime();
        while (true) {
            JsonNode part = call.apply(Json.MAPPER.valueToTree(question));
            part.path("looked").forEach(this::tell);
            if (!part.path("ok").asBoolean()) {
                sum(begun);
                broken(part.path("firstBroken"));
                return false;
            }
            String next = part.path("next").asString("");
            if (next.isEmpty()) {
                sum(begun);
                out.accept("every row is as it was written");
                return true;
            }
            question.put("after", next);
        }
    }

    private void tell(JsonNode chain) {
        String organisation = chain.path("organisation").asString();
        long rows = rowsByChain.merge(organisation, chain.path("rows").asLong(), Long::sum);
        out.accept(String.format(
                "%-12s %,d rows%s", organisation, rows, chain.path("complete").asBoolean() ? "" : " so far"));
    }

    private void sum(long begun) {
        out.accept(String.format(
                "%,d rows of %,d chains looked at in %.1f s",
                rowsByChain.values().stream().mapToLong(Long::longValue).sum(),
                rowsByChain.size(),
                (System.nanoTime() - begun) / 1e9));
    }

    private void broken(JsonNode first) {
        out.accept(String.format(
                "first broken: row %d of %s, %s",
                first.path("seq").asLong(),
                first.path("organisation").asString(),
                first.path("why").asString()));
    }
}
