package org.linli.user.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the trail along as a table. Taking it is on record before its first row leaves. */
@RestController
class AuditExportController {
    static final String FILE = "audit-trail";
    /** Each may take as much as the largest table of room on the disk. */
    private static final int AT_ONCE = 2;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore writing = new Semaphore(AT_ONCE);
    private final AuditTrail trail;
    private final AuditNotes notes;
    private final AuditSettings settings;
    private final MessageSource messages;

    AuditExportController(AuditTrail trail, AuditNotes notes, AuditSettings settings, MessageSource messages) {
        this.trail = trail;
        this.notes = notes;
        this.settings = settings;
        this.messages = messages;
    }

    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }
    }

    /** Written to a file first: what cannot be written to its end becomes a problem, not a table that just stops. */
    @Allowed("audit.export")
    @GetMapping("/api/v1/admin/audit-trail/export")
    void export(
            Caller caller,
            @ParameterObject @Valid AuditQuery query,
            @RequestParam String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Format wanted = format(format);
        if (!writing.tryAcquire()) {
            throw ProblemException.rateLimited(RETRY_AFTER_SECONDS);
        }
        try {
            export(caller, query.filter(), wanted, locale, response);
        } finally {
            writing.release();
        }
    }

    private void export(Caller caller, AuditFilter filter, Format wanted, Locale locale, HttpServletResponse response)
            throws IOException {
        Path file = Files.createTempFile(FILE, "." + name(wanted));
        try {
            boolean cut = write(filter, caller.scope(), wanted, locale, file);
            note(caller, filter, wanted, cut);
            response.setContentType(wanted.contentType);
            response.setHeader("Content-Disposition", "attachment; filename=\"" + FILE + "." + name(wanted) + "\"");
            response.setHeader("X-Export-Cut", String.valueOf(cut));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    /** @return whether there are more rows than one export may have; the file says so too */
    private boolean write(AuditFilter filter, List<String> scope, Format wanted, Locale locale, Path file)
            throws IOException {
        int limit = settings.mostExported();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                AuditExport export = wanted == Format.CSV ? AuditExport.csv(out) : AuditExport.xlsx(out)) {
            export.line(AuditExport.HEADING);
            boolean cut = trail.forEach(filter, scope, limit, export::row);
            if (cut) {
                export.line(List.of(messages.getMessage("audit.export-cut", new Object[] {limit}, locale)));
            }
            return cut;
        }
    }

    /** Names of filters only: what someone looked for may be a person. */
    private void note(Caller caller, AuditFilter filter, Format format, boolean cut) {
        AuditView about = AuditView.of("audit-trail", caller.firstNode())
                .with("format", name(format))
                .with("organisation", filter.organisation())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("action", filter.action())
                .with("targetType", filter.targetType())
                .with("cut", cut);
        notes.write("audit-trail-exported", Ids.next(), about);
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static Format format(String format) {
        for (Format one : Format.values()) {
            if (name(one).equals(format)) {
                return one;
            }
        }
        throw ProblemException.invalidParameter("format", "(expected: csv or xlsx)");
    }
}
