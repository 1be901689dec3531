package org.linli.loan.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.linli.loan.policy.kernel.Assessment;
import org.linli.loan.policy.kernel.PolicyValues;
import org.linli.starter.web.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values and assessments as text: what was stored stays what it was, whatever becomes of the store's mapping, and is read
 * strictly.
 */
final class StoredForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // Rates are decimal texts: no reader may make a binary fraction of them.
            .withConfigOverride(
                    BigDecimal.class, rates -> rates.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private StoredForm() {}

    static String of(PolicyValues values) {
        return JSON.writeValueAsString(values);
    }

    static PolicyValues values(String stored) {
        return JSON.readValue(stored, PolicyValues.class);
    }

    static JsonNode tree(PolicyValues values) {
        return JSON.valueToTree(values);
    }

    static String of(Assessment assessment) {
        return JSON.writeValueAsString(assessment);
    }

    static Assessment assessment(String stored) {
        return JSON.readValue(stored, Assessment.class);
    }

    /** What a caller wrote; 400 that says what is wrong. */
    static PolicyValues written(JsonNode values) {
        try {
            return JSON.treeToValue(values, PolicyValues.class);
        } catch (JacksonException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String said = cause instanceof JacksonException unread ? unread.getOriginalMessage() : cause.getMessage();
            throw ProblemException.invalidParameter("values", said == null ? "unreadable" : said);
        }
    }
}
