package org.linli.user.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The part of the tree that the caller oversees (rule P-1). */
@RestController
class OrganisationController {
    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @Allowed("organisation.read")
    @GetMapping("/api/v1/admin/organisations")
    Page<Organisations.Organisation> list(
            Caller caller,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Organisations.Organisation> rest = organisations.below(caller.scope()).stream()
                .filter(one -> cursor == null || one.path().compareTo(cursor.text(0)) > 0)
                .limit(size + 1L)
                .toList();
        return rest.size() <= size
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, size), Cursor.of(rest.get(size - 1).path()));
    }

    @Allowed("organisation.read")
    @GetMapping("/api/v1/admin/organisations/{id}")
    Organisations.Organisation one(Caller caller, @PathVariable String id) {
        return organisations
                .find(id)
                .filter(found -> caller.oversees(found.path()))
                .orElseThrow(ProblemException::notFound);
    }
}
