package org.linli.user.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.branch.Branch;
import org.linli.user.branch.NodeClosing.Ended;
import org.linli.user.branch.NodeProblems;
import org.linli.user.branch.NodeStatus;
import org.linli.user.branch.OrganisationNode;
import org.linli.user.branch.PendingChange;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Closing branches and outlets, at once or on a later date. */
@RestController
class ClosureController {
    private final ClosingOrganisations closing;
    private final Organisations organisations;

    ClosureController(ClosingOrganisations closing, Organisations organisations) {
        this.closing = closing;
        this.organisations = organisations;
    }

    record Form(@Nullable LocalDate effectiveOn) {}

    record Pending(PendingChange.Kind kind, String effectiveOn) {}

    record Answer(
            String id,
            String organisationPath,
            NodeStatus status,
            @Nullable String closedOn,
            @Nullable Pending pending) {
        static Answer of(OrganisationNode<?> node) {
            return new Answer(
                    node.id(),
                    node.organisationPath(),
                    node.status(),
                    node.closedOn(),
                    node.pending()
                            .map(change -> new Pending(change.kind(), change.effectiveOn()))
                            .orElse(null));
        }
    }

    @Allowed("branch.manage")
    @PostMapping("/api/v1/admin/branches/{id}/closure")
    ResponseEntity<Answer> closeBranch(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Form form) {
        if (!caller.oversees(Branch.pathOf(id))) {
            throw ProblemException.forbidden();
        }
        return answer(closing.closeBranch(id, on(form)), "branch");
    }

    @Allowed("outlet.manage")
    @PostMapping("/api/v1/admin/outlets/{id}/closure")
    ResponseEntity<Answer> closeOutlet(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Form form) {
        if (organisations
                .find(id)
                .filter(found -> caller.oversees(found.path()))
                .isEmpty()) {
            throw ProblemException.notFound();
        }
        return answer(closing.closeOutlet(id, on(form)), "outlet");
    }

    private static @Nullable LocalDate on(@Nullable Form form) {
        return form == null ? null : form.effectiveOn();
    }

    private static <N extends OrganisationNode<?>> ResponseEntity<Answer> answer(
            Optional<Ended<N, Remaining>> result, String kind) {
        Ended<N, Remaining> ended = result.orElseThrow(ProblemException::notFound);
        if (ended instanceof Ended.NotEmpty<N, Remaining> notEmpty) {
            throw ProblemException.conflict(
                    "organisation-not-empty", notEmpty.left().problems());
        }
        N node = ((Ended.Decided<N, Remaining>) ended).result().fold(done -> done, why -> {
            throw NodeProblems.of(why, kind);
        });
        return ResponseEntity.ok().eTag(String.valueOf(node.sequence())).body(Answer.of(node));
    }
}
