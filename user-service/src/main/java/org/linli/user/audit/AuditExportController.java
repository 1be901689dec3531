package org.linli.user.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
        AuditFilter filter = query.filter();
        boolean cut = trail.areMoreThan(settings.mostExported(), filter, caller.scope());
        note(caller, filter, wanted, cut);
        response.setContentType(wanted.contentType);
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-trail." + name(wanted) + "\"");
        response.setHeader("X-Export-Cut", String.valueOf(cut));
        write(filter, caller.scope(), wanted, cut, locale, response);
    }

    private void write(
            AuditFilter filter,
            List<String> scope,
            Format wanted,
            boolean cut,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        int limit = settings.mostExported();
        try (AuditExport export = wanted == Format.CSV
                ? AuditExport.csv(response.getOutputStream())
                : AuditExport.xlsx(response.getOutputStream())) {
            export.line(AuditExport.HEADING);
            trail.forEach(filter, scope, limit, export::row);
            if (cut) {
                export.line(List.of(messages.getMessage("audit.export-cut", new Object[] {limit}, locale)));
            }
        }
    }

    /** Names of filters only: what someone looked for may be a person. */
    private void note(Caller caller, AuditFilter filter, Format format, boolean cut) {
        AuditView about = AuditView.of(
                        "audit-trail",
                        caller.scope().isEmpty() ? "/hq/" : caller.scope().get(0))
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
