package org.linli.user.outlet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Changing;
import org.linli.user.branch.NodeProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opening, changing, moving and seeing outlets, within the caller's part of the tree (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/outlets")
class OutletAdminController {
    private final Outlets outlets;

    OutletAdminController(Outlets outlets) {
        this.outlets = outlets;
    }

    @Allowed("outlet.manage")
    @PostMapping
    ResponseEntity<OutletAnswers.Full> open(Caller caller, @Valid @RequestBody OutletForm form) {
        requireScope(caller, form.branchId());
        return answer(HttpStatus.CREATED, outlets.open(form.applyTo(null), form.effectiveOn()));
    }

    @Allowed("outlet.read")
    @GetMapping
    Page<OutletAnswers.Full> list(
            Caller caller,
            @RequestParam @Nullable String branchId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Outlet> rest = outlets.all().stream()
                .filter(outlet -> caller.oversees(outlet.organisationPath()))
                .filter(outlet -> branchId == null || branchId.equals(outlet.branchId()))
                .filter(outlet -> cursor == null || outlet.id().compareTo(cursor.text(0)) > 0)
                .sorted(Comparator.comparing(Outlet::id))
                .limit(size + 1L)
                .toList();
        return page(rest, size);
    }

    private static Page<OutletAnswers.Full> page(List<Outlet> found, int size) {
        List<OutletAnswers.Full> items =
                found.stream().limit(size).map(OutletAnswers.Full::of).toList();
        return new Page<>(
                items,
                found.size() <= size ? null : Cursor.of(found.get(size - 1).id()));
    }

    @Allowed("outlet.read")
    @GetMapping("/{id}")
    ResponseEntity<OutletAnswers.Full> one(Caller caller, @PathVariable String id) {
        return answer(HttpStatus.OK, new Changing.Changed<>(visible(caller, id)));
    }

    @Allowed("outlet.manage")
    @PutMapping("/{id}")
    ResponseEntity<OutletAnswers.Full> change(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OutletForm form) {
        visible(caller, id);
        requireScope(caller, form.branchId());
        Optional<Changing<Outlet>> result =
                outlets.change(id, form::applyTo, NodeProblems.expected(ifMatch), form.effectiveOn());
        return answer(HttpStatus.OK, result.orElseThrow(ProblemException::notFound));
    }

    @Allowed("outlet.manage")
    @DeleteMapping("/{id}/pending-change")
    ResponseEntity<OutletAnswers.Full> cancel(Caller caller, @PathVariable String id) {
        visible(caller, id);
        Outlet outlet = outlets.cancelPending(id).orElseThrow(ProblemException::notFound);
        return answer(HttpStatus.OK, new Changing.Changed<>(outlet));
    }

    /** Outside of the caller's part of the tree there is nothing. */
    private Outlet visible(Caller caller, String id) {
        return outlets.find(id)
                .filter(outlet -> caller.oversees(outlet.organisationPath()))
                .orElseThrow(ProblemException::notFound);
    }

    private static void requireScope(Caller caller, String branchId) {
        if (!caller.oversees(Branch.pathOf(branchId))) {
            throw ProblemException.forbidden();
        }
    }

    private static ResponseEntity<OutletAnswers.Full> answer(HttpStatus status, Changing<Outlet> result) {
        Outlet outlet = result.fold(Function.identity(), why -> {
            throw NodeProblems.of(why, "outlet");
        });
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(String.valueOf(outlet.sequence()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/admin/outlets/" + outlet.id()));
        }
        return answer.body(OutletAnswers.Full.of(outlet));
    }
}
