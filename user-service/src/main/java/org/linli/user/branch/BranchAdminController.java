package org.linli.user.branch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening and moving branches; the {@code ETag} counts a branch's changes. */
@RestController
@RequestMapping("/api/v1/admin/branches")
class BranchAdminController {
    private static final String TEXT = "\\P{Cntrl}*";

    private final Branches branches;

    BranchAdminController(Branches branches) {
        this.branches = branches;
    }

    record Form(
            @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String id,

            @NotBlank @Size(max = BranchDetails.MAX_NAME) @Pattern(regexp = TEXT) String name,

            @Nullable @Size(max = BranchDetails.MAX_ADDRESS) @Pattern(regexp = TEXT) String address,

            @NotNull @Valid LocatedPoint point,

            @Nullable @Min(BranchDetails.MIN_RADIUS_METERS) @Max(BranchDetails.MAX_RADIUS_METERS) Integer radiusMeters,

            @Nullable Boolean offerReviewRequired,

            @Nullable LocalDate effectiveOn) {

        /** What is not given stays as it is. */
        BranchDetails applyTo(int radius, boolean review) {
            return new BranchDetails(
                    name.strip(),
                    address == null ? "" : address.strip(),
                    point.normalised(),
                    radiusMeters == null ? radius : radiusMeters,
                    offerReviewRequired == null ? review : offerReviewRequired);
        }
    }

    record Answer(
            String id,
            String name,
            String address,
            LocatedPoint point,
            int radiusMeters,
            boolean offerReviewRequired,
            String organisationPath,
            NodeStatus status,
            @Nullable String openedOn,
            @Nullable String closedOn,
            @Nullable Pending pending) {
        static Answer of(Branch branch) {
            BranchDetails details = branch.details();
            return new Answer(
                    branch.id(),
                    details.name(),
                    details.address(),
                    LocatedPoint.of(details.point(), Crs.GCJ02),
                    details.radiusMeters(),
                    details.offerReviewRequired(),
                    branch.organisationPath(),
                    branch.status(),
                    branch.openedOn(),
                    branch.closedOn(),
                    branch.pending().map(Pending::of).orElse(null));
        }
    }

    /** What will happen; the details only when they will change. */
    record Pending(
            PendingChange.Kind kind,
            String effectiveOn,
            @Nullable String name,
            @Nullable String address,
            @Nullable LocatedPoint point,
            @Nullable Integer radiusMeters,
            @Nullable Boolean offerReviewRequired) {
        static Pending of(PendingChange<BranchDetails> change) {
            BranchDetails details = change.details();
            return details == null || change.kind() != PendingChange.Kind.CHANGE
                    ? new Pending(change.kind(), change.effectiveOn(), null, null, null, null, null)
                    : new Pending(
                            change.kind(),
                            change.effectiveOn(),
                            details.name(),
                            details.address(),
                            LocatedPoint.of(details.point(), Crs.GCJ02),
                            details.radiusMeters(),
                            details.offerReviewRequired());
        }
    }

    @Allowed("branch.manage")
    @PostMapping
    ResponseEntity<Answer> open(Caller caller, @Valid @RequestBody Form form) {
        String id = form.id();
        requireScope(caller, id == null ? "new" : id);
        if (Branch.HEAD_OFFICE.equalsIgnoreCase(id)) {
            throw ProblemException.conflict("branch-exists");
        }
        return answer(
                HttpStatus.CREATED,
                branches.open(id, form.applyTo(BranchDetails.DEFAULT_RADIUS_METERS, false), form.effectiveOn()));
    }

    @Allowed("branch.manage")
    @PutMapping("/{id}")
    ResponseEntity<Answer> move(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Form form) {
        requireScope(caller, id);
        Changing<Branch> result = branches.move(
                        id,
                        now -> form.applyTo(now.radiusMeters(), now.offerReviewRequired()),
                        NodeProblems.expected(ifMatch),
                        form.effectiveOn())
                .orElseThrow(ProblemException::notFound);
        return answer(HttpStatus.OK, result);
    }

    @Allowed("branch.manage")
    @DeleteMapping("/{id}/pending-change")
    ResponseEntity<Answer> cancel(Caller caller, @PathVariable String id) {
        requireScope(caller, id);
        Branch branch = branches.cancelPending(id).orElseThrow(ProblemException::notFound);
        return answer(HttpStatus.OK, new Changing.Changed<>(branch));
    }

    private static void requireScope(Caller caller, String id) {
        if (!caller.oversees(Branch.pathOf(id))) {
            throw ProblemException.forbidden();
        }
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, Changing<Branch> result) {
        Branch branch = result.fold(Function.identity(), why -> {
            throw NodeProblems.of(why, "branch");
        });
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(String.valueOf(branch.sequence()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/branches/" + branch.id()));
        }
        return answer.body(Answer.of(branch));
    }
}
