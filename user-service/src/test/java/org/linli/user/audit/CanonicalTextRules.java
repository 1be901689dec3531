package org.linli.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linli.events.AuditRecorded;

/** Two different rows never have the same text. */
class CanonicalTextRules {
    private static final AuditRow ROW =
            new AuditRow(7, "e1", "/merchant-service", Rows.recorded("B01"), AuditRow.BEGINNING, "");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab-:[{0123").ofMaxLength(4).injectNull(0.1);
    }

    /** Every field of the row, of what was recorded and of its author, replaced one at a time. */
    @Property(tries = 300)
    void every_change_of_a_single_field_changes_the_text(@ForAll("texts") String value, @ForAll long number)
            throws ReflectiveOperationException {
        List<AuditRow> changed = new ArrayList<>();
        for (RecordComponent field : AuditRow.class.getRecordComponents()) {
            if (!List.of("hash", "recorded").contains(field.getName())) {
                changed.add(with(ROW, field, other(field, value, number)));
            }
        }
        for (AuditRecorded recorded : changedRecords(value, number)) {
            changed.add(new AuditRow(7, "e1", "/merchant-service", recorded, AuditRow.BEGINNING, ""));
        }
        for (AuditRow row : changed) {
            assertThat(CanonicalText.of(row).equals(CanonicalText.of(ROW))).isEqualTo(row.equals(ROW));
        }
    }

    private static List<AuditRecorded> changedRecords(String value, long number) throws ReflectiveOperationException {
        List<AuditRecorded> changed = new ArrayList<>();
        for (RecordComponent field : AuditRecorded.class.getRecordComponents()) {
            if (!field.getName().equals("actor")) {
                changed.add(with(ROW.recorded(), field, other(field, value, number)));
            }
        }
        RecordComponent actor = AuditRecorded.class.getRecordComponents()[3];
        for (RecordComponent field : AuditRecorded.Actor.class.getRecordComponents()) {
            changed.add(with(ROW.recorded(), actor, with(ROW.recorded().actor(), field, other(field, value, number))));
        }
        return changed;
    }

    private static Object other(RecordComponent field, String value, long number) {
        String some = value == null ? "" : value;
        if (field.getType() == long.class) {
            return number;
        }
        if (field.getType() == Instant.class) {
            return Instant.ofEpochMilli(number / 1_000_000);
        }
        if (field.getType() == List.class) {
            return List.of(some, "BRANCH_HEAD");
        }
        if (field.getType() == Map.class) {
            return Map.of("status", some);
        }
        boolean mayBeAbsent = List.of("reason", "requestId", "onBehalfOf").contains(field.getName());
        return value == null && !mayBeAbsent ? "" : value;
    }

    private static <R extends Record> R with(R record, RecordComponent changed, Object value)
            throws ReflectiveOperationException {
        RecordComponent[] fields = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[fields.length];
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            types[i] = fields[i].getType();
            values[i] = fields[i].getName().equals(changed.getName())
                    ? value
                    : fields[i].getAccessor().invoke(record);
        }
        @SuppressWarnings("unchecked")
        Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    @Property(tries = 300)
    void neighbouring_fields_do_not_run_into_each_other(
            @ForAll("texts") String a,
            @ForAll("texts") String b,
            @ForAll("texts") String c,
            @ForAll("texts") String d) {
        AuditRow one = withReasons(a, b);
        AuditRow other = withReasons(c, d);
        assertThat(CanonicalText.of(one).equals(CanonicalText.of(other))).isEqualTo(one.equals(other));
    }

    private static AuditRow withReasons(String reason, String requestId) {
        AuditRecorded r = ROW.recorded();
        AuditRecorded changed = new AuditRecorded(
                r.organisation(),
                r.organisationPath(),
                r.at(),
                r.actor(),
                r.action(),
                r.targetType(),
                r.targetId(),
                r.before(),
                r.after(),
                reason,
                requestId);
        return new AuditRow(7, "e1", "/merchant-service", changed, AuditRow.BEGINNING, "");
    }

    @Example
    void the_order_of_facts_does_not_matter() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("a", "1");
        one.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");
        assertThat(CanonicalText.of(withAfter(one))).isEqualTo(CanonicalText.of(withAfter(other)));
    }

    private static AuditRow withAfter(Map<String, String> after) {
        AuditRecorded r = ROW.recorded();
        return new AuditRow(
                7,
                "e1",
                "/x",
                new AuditRecorded(
                        r.organisation(),
                        r.organisationPath(),
                        r.at(),
                        r.actor(),
                        r.action(),
                        r.targetType(),
                        r.targetId(),
                        new HashMap<>(),
                        after,
                        null,
                        null),
                AuditRow.BEGINNING,
                "");
    }

    /** Every chain written so far rests on this. */
    @Example
    void the_text_is_what_it_always_was() {
        assertThat(CanonicalText.hashOf(ROW))
                .isEqualTo("e3ebdae93391e3d6f21df19557c9c6d2bec7a0514c985e0732b5aa31b021fb07");
    }
}
