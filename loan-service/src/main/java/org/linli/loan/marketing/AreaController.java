package org.linli.loan.marketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Areas, to whom they are assigned, and whom to visit there. */
@RestController
@RequestMapping("/api/v1/admin/marketing/areas")
class AreaController {
    private static final String SUBJECT = "[A-Za-z0-9_-]{1,64}";

    private final Marketing marketing;
    private final MarketingStore store;
    private final Suggestions suggestions;

    AreaController(Marketing marketing, MarketingStore store, Suggestions suggestions) {
        this.marketing = marketing;
        this.store = store;
        this.suggestions = suggestions;
    }

    record AreaForm(
            @NotBlank @Size(max = 40) String name,

            @NotNull @Size(max = 200) @Pattern(regexp = "/([A-Za-z0-9_-]+/)+")
            String organisationPath,

            @NotNull @Valid LocatedPoint centre,
            @NotNull @Min(100) @Max(5_000) Integer radiusMeters,
            @NotNull @Pattern(regexp = SUBJECT) String managerId) {}

    /** @param centre in GCJ-02 */
    record AreaView(
            String id, String name, String organisationPath, LocatedPoint centre, int radiusMeters, String managerId) {
        static AreaView of(Area area) {
            return new AreaView(
                    area.id(),
                    area.name(),
                    area.organisationPath(),
                    LocatedPoint.of(area.centre(), Crs.GCJ02),
                    area.radiusMeters(),
                    area.managerId());
        }
    }

    @Allowed("marketing.assign")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AreaView open(@Valid @RequestBody AreaForm form, Caller caller) {
        return marketing
                .open(
                        form.name().strip(),
                        form.organisationPath(),
                        form.centre().normalised(),
                        form.radiusMeters(),
                        form.managerId(),
                        caller)
                .map(AreaView::of)
                .orElseThrow(ProblemException::forbidden);
    }

    @Allowed("marketing.read")
    @GetMapping
    Page<AreaView> list(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Area> found = store.areas(caller.scope(), cursor == null ? null : cursor.text(0), size + 1);
        List<AreaView> shown = found.stream().limit(size).map(AreaView::of).toList();
        return new Page<>(
                shown, found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    record ManagerForm(@NotNull @Pattern(regexp = SUBJECT) String managerId) {}

    @Allowed("marketing.assign")
    @PutMapping("/{id}/manager")
    AreaView assign(@PathVariable String id, @Valid @RequestBody ManagerForm form, Caller caller) {
        return marketing.assign(id, form.managerId(), caller).map(AreaView::of).orElseThrow(ProblemException::notFound);
    }

    /** Merchants of the platform without a loan, by turnover, then distance; unknown turnover comes last. */
    @Allowed("marketing.read")
    @GetMapping("/{id}/suggestions")
    Suggestions.Suggested suggestions(@PathVariable String id, Caller caller) {
        Area area = marketing.area(id, caller).orElseThrow(ProblemException::notFound);
        return suggestions.of(area, caller);
    }
}
