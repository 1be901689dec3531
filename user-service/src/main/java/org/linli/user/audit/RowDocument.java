package org.linli.user.audit;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.events.AuditRecorded;

/** A row as the store keeps it. Facts are a list of names and values, so that a name may have any characters. */
final class RowDocument {
    private RowDocument() {}

    static Document of(AuditRow row) {
        AuditRecorded recorded = row.recorded();
        Document document = new Document("_id", row.id())
                .append("organisation", recorded.organisation())
                .append("seq", row.seq())
                .append("eventId", row.eventId())
                .append("source", row.source())
                .append("organisationPath", recorded.organisationPath())
                .append("at", Date.from(recorded.at()))
                .append("actor", actor(recorded.actor()))
                .append("action", recorded.action())
                .append("targetType", recorded.targetType())
                .append("targetId", recorded.targetId())
                .append("before", facts(recorded.before()))
                .append("after", facts(recorded.after()))
                .append("previousHash", row.previousHash())
                .append("hash", row.hash());
        append(document, "reason", recorded.reason());
        append(document, "requestId", recorded.requestId());
        return document;
    }

    private static Document actor(AuditRecorded.Actor actor) {
        Document document = new Document("subject", actor.subject())
                .append("kind", actor.kind())
                .append("roles", actor.roles());
        append(document, "organisation", actor.organisation());
        append(document, "onBehalfOf", actor.onBehalfOf());
        return document;
    }

    private static void append(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static List<Document> facts(Map<String, String> facts) {
        List<Document> list = new ArrayList<>(facts.size());
        new TreeMap<>(facts).forEach((name, value) -> list.add(new Document("k", name).append("v", value)));
        return list;
    }

    /** @throws RuntimeException when someone took a field away or gave it another type */
    static AuditRow read(Document document) {
        Document actor = document.get("actor", Document.class);
        AuditRecorded recorded = new AuditRecorded(
                text(document, "organisation"),
                text(document, "organisationPath"),
                document.getDate("at").toInstant(),
                new AuditRecorded.Actor(
                        text(actor, "subject"),
                        text(actor, "kind"),
                        List.copyOf(actor.getList("roles", String.class)),
                        actor.getString("organisation"),
                        actor.getString("onBehalfOf")),
                text(document, "action"),
                text(document, "targetType"),
                text(document, "targetId"),
                facts(document.getList("before", Document.class)),
                facts(document.getList("after", Document.class)),
                document.getString("reason"),
                document.getString("requestId"));
        return new AuditRow(
                document.getLong("seq"),
                text(document, "eventId"),
                text(document, "source"),
                recorded,
                text(document, "previousHash"),
                text(document, "hash"));
    }

    private static String text(Document document, String name) {
        String value = document.getString(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    private static Map<String, String> facts(List<Document> list) {
        Map<String, String> facts = new LinkedHashMap<>();
        list.forEach(fact -> {
            if (facts.put(text(fact, "k"), text(fact, "v")) != null) {
                throw new IllegalStateException("a fact twice");
            }
        });
        return facts;
    }
}
