package org.linli.loan.investigation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.linli.loan.investigation.Report.Written;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written about people, as it lies in the store: one text, encrypted (rule P-4). A text rather than fields, so
 * that what is shown and hashed years later is what was written then.
 */
@Component
class Sealing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SealedField reports;
    private final SealedField outcomes;

    Sealing(FieldCipher cipher) {
        this.reports = cipher.field(Report.COLLECTION, "content");
        this.outcomes = cipher.field(Round.COLLECTION, "outcome");
    }

    Written write(String reportId, ReportContent content) {
        String plain = JSON.writeValueAsString(content);
        return new Written(reports.encrypt(reportId, plain), sha256(plain.getBytes(StandardCharsets.UTF_8)));
    }

    ReportContent read(Report report) {
        return JSON.readValue(plain(report), ReportContent.class);
    }

    /** The hash of everything in a report: its writer, its words and figures, and its photos. */
    String hash(Report report) {
        return sha256(report.seal(plain(report)).getBytes(StandardCharsets.UTF_8));
    }

    private String plain(Report report) {
        return reports.decrypt(report.id(), report.content());
    }

    String seal(String roundId, Outcome outcome) {
        return outcomes.encrypt(roundId, JSON.writeValueAsString(outcome));
    }

    Outcome open(String roundId, String sealed) {
        return JSON.readValue(outcomes.decrypt(roundId, sealed), Outcome.class);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
