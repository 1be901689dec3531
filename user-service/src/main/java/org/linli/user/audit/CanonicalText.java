package org.linli.user.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;

/**
 * The one text of a row that is hashed: its fields in a fixed order, each with its length in front, so that no two
 * different rows have the same text. Absent is not the same as empty. Never change it: every chain rests on it; another
 * form gets another version and stands beside this one.
 */
final class CanonicalText {
    private static final String VERSION = "linli-audit-1";

    private final StringBuilder text = new StringBuilder(640);

    private CanonicalText() {}

    static String hashOf(AuditRow row) {
        try {
            byte[] bytes = of(row).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(AuditRow row) {
        AuditRecorded recorded = row.recorded();
        return new CanonicalText()
                .add(VERSION)
                .add(recorded.organisation())
                .add(Long.toString(row.seq()))
                .add(row.previousHash())
                .add(row.eventId())
                .add(row.source())
                .add(recorded.organisationPath())
                .add(Long.toString(recorded.at().toEpochMilli()))
                .add(recorded.actor())
                .add(recorded.action())
                .add(recorded.targetType())
                .add(recorded.targetId())
                .add(recorded.before())
                .add(recorded.after())
                .add(recorded.reason())
                .add(recorded.requestId())
                .text
                .toString();
    }

    private CanonicalText add(AuditRecorded.Actor actor) {
        return add(actor.subject())
                .add(actor.kind())
                .add(actor.roles())
                .add(actor.organisation())
                .add(actor.onBehalfOf());
    }

    private CanonicalText add(List<String> values) {
        text.append('[').append(values.size()).append(':');
        values.forEach(this::add);
        return this;
    }

    private CanonicalText add(Map<String, String> facts) {
        text.append('{').append(facts.size()).append(':');
        new TreeMap<>(facts).forEach((name, value) -> add(name).add(value));
        return this;
    }

    private CanonicalText add(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
        return this;
    }
}
