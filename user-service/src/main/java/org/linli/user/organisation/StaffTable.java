package org.linli.user.organisation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.starter.table.CsvCell;
import org.springframework.stereotype.Component;

/** Members of staff as a table that spreadsheets open. */
@Component
class StaffTable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StaffSearch search;
    private final Clock clock;

    StaffTable(StaffSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    record Table(String text, int rows) {}

    Table of(List<String> scope) {
        Instant now = clock.instant();
        StringWriter text = new StringWriter().append(CsvCell.BYTE_ORDER_MARK);
        int[] rows = {0};
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("username", "displayName", "organisationId", "assignments", "status", "hiredAt");
        search.each(scope, StaffSearch.Filter.NONE, member -> {
            csv.writeRecord(row(member, now));
            rows[0]++;
        });
        return new Table(text.toString(), rows[0]);
    }

    private static List<String> row(StaffMember member, Instant now) {
        String assignments = member.assignments().stream()
                .map(one -> one.role() + "@" + one.organisationId())
                .collect(Collectors.joining(" "));
        return Stream.of(
                        member.username(),
                        member.displayName(),
                        member.organisationId(),
                        assignments,
                        member.statusAt(now).name(),
                        member.hiredAt().toString())
                .map(CsvCell::harmless)
                .toList();
    }

    /** 96 random bits in 16 characters. */
    static String initialPassword() {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
