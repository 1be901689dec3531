package org.linli.starter.crypto;

import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts and stops bringing this service's data keys under a new wrapping key, and tells how far it is (rule P-4). */
@RestController
@RequestMapping("/api/v1/admin/data-keys/${spring.application.name}/rewrapping")
class RewrappingController {
    private final Rewrapping rewrapping;
    private final AuditNotes notes;
    private final String service;

    RewrappingController(Rewrapping rewrapping, AuditNotes notes, @Value("${spring.application.name}") String service) {
        this.rewrapping = rewrapping;
        this.notes = notes;
        this.service = service;
    }

    @Allowed("data-key.manage")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rewrapping.Progress start(Caller caller) {
        requireHeadOffice(caller);
        if (!rewrapping.start()) {
            throw ProblemException.conflict("rewrapping-under-way");
        }
        notes.write("data-keys-rewrapped", service, AuditView.of("service", "/hq/"));
        return rewrapping.progress();
    }

    @Allowed("data-key.manage")
    @GetMapping
    Rewrapping.Progress progress() {
        return rewrapping.progress();
    }

    /** What was done stays done; a later start does the rest. */
    @Allowed("data-key.manage")
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rewrapping.Progress stop(Caller caller) {
        requireHeadOffice(caller);
        rewrapping.stop();
        notes.write("data-keys-rewrapping-stopped", service, AuditView.of("service", "/hq/"));
        return rewrapping.progress();
    }

    private static void requireHeadOffice(Caller caller) {
        if (!caller.oversees("/hq/")) {
            throw ProblemException.forbidden();
        }
    }
}
