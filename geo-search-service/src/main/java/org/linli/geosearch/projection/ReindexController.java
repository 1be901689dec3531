package org.linli.geosearch.projection;

import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts and cancels a rebuild of the index, and tells how far it is (rule G-5). */
@RestController
@RequestMapping("/api/v1/admin/search/reindex")
class ReindexController {
    private static final String HEAD_OFFICE = "/hq/";

    private final Reindex reindex;
    private final AuditNotes notes;

    ReindexController(Reindex reindex, AuditNotes notes) {
        this.reindex = reindex;
        this.notes = notes;
    }

    @Allowed("search.reindex")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reindex.Progress begin(Caller caller) {
        requireHeadOffice(caller);
        if (!reindex.begin(caller.subject())) {
            throw ProblemException.conflict("reindex-under-way");
        }
        notes.write("search-reindex-started", "search", AuditView.of("search-index", HEAD_OFFICE));
        return progress();
    }

    @Allowed("search.reindex")
    @GetMapping
    Reindex.Progress progress() {
        return reindex.latest().orElseThrow(ProblemException::notFound);
    }

    /** What was built is removed; the index in use stays as it is. */
    @Allowed("search.reindex")
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reindex.Progress cancel(Caller caller) {
        requireHeadOffice(caller);
        if (!reindex.cancel()) {
            throw ProblemException.conflict("no-reindex");
        }
        notes.write("search-reindex-cancelled", "search", AuditView.of("search-index", HEAD_OFFICE));
        return progress();
    }

    private static void requireHeadOffice(Caller caller) {
        if (!caller.oversees(HEAD_OFFICE)) {
            throw ProblemException.forbidden();
        }
    }
}
