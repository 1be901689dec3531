package org.linli.loan.village;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.JointGroups;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Villages within the caller's data scope (rule P-1), and how far their households are (rule L-40). */
@RestController
@RequestMapping("/api/v1/admin/villages")
class VillageController {
    private final Crediting crediting;
    private final VillageStore store;
    private final CreditAnswers answers;

    VillageController(Crediting crediting, VillageStore store, CreditAnswers answers) {
        this.crediting = crediting;
        this.store = store;
        this.answers = answers;
    }

    record VillageForm(
            @NotBlank @Size(max = 40) String name,

            @NotNull @Size(max = 200) @Pattern(regexp = "/([A-Za-z0-9_-]+/)+")
            String organisationPath,

            @NotNull @Min(1) @Max(20_000) Integer households) {}

    record VillageView(String id, String name, String organisationPath, int households, Funnel funnel) {}

    private VillageView view(Village village) {
        return new VillageView(
                village.id(), village.name(), village.organisationPath(), village.households(), store.funnel(village));
    }

    @Allowed("village.write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VillageView open(@Valid @RequestBody VillageForm form, Caller caller) {
        return crediting
                .open(form.name().strip(), form.organisationPath(), form.households(), caller)
                .map(this::view)
                .orElseThrow(ProblemException::forbidden);
    }

    @Allowed("village.read")
    @GetMapping
    Page<VillageView> list(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return page(store.villages(caller.scope(), last(after), size + 1), size, Village::id, this::view);
    }

    /** The sunshine funnel. */
    @Allowed("village.read")
    @GetMapping("/{id}/progress")
    VillageView progress(@PathVariable String id, Caller caller) {
        return crediting.village(id, caller).map(this::view).orElseThrow(ProblemException::notFound);
    }

    record HouseholdForm(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String fileId) {}

    @Allowed("village.write")
    @PostMapping("/{id}/credits")
    @ResponseStatus(HttpStatus.CREATED)
    CreditView enrol(@PathVariable String id, @Valid @RequestBody HouseholdForm form, Caller caller, Locale locale) {
        return answers.of(crediting.enrol(id, form.fileId(), caller), locale);
    }

    @Allowed("village.read")
    @GetMapping("/{id}/credits")
    Page<CreditView> credits(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable CreditStage stage,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Village village = crediting.village(id, caller).orElseThrow(ProblemException::notFound);
        List<VillageCredit> found = store.credits(village.id(), stage, last(after), size + 1);
        return page(found, size, VillageCredit::id, one -> CreditView.of(one, any -> null));
    }

    record GroupForm(
            @NotNull @Size(min = JointGroups.SMALLEST, max = JointGroups.LARGEST) Set<@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String> fileIds) {}

    /** Declares a joint-liability group of households of the village; may be repeated. */
    @Allowed("village.write")
    @PostMapping("/{id}/joint-groups")
    @ResponseStatus(HttpStatus.CREATED)
    JointGroups.Group declare(@PathVariable String id, @Valid @RequestBody GroupForm form, Caller caller) {
        JointGroups.Declared declared = crediting
                .declareGroup(id, new TreeSet<>(form.fileIds()), caller)
                .orElseThrow(ProblemException::notFound);
        if (declared instanceof JointGroups.Group group) {
            return group;
        }
        throw declared instanceof JointGroups.InAnotherGroup
                ? ProblemException.conflict("in-another-group")
                : ProblemException.notFound();
    }

    static @Nullable String last(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? null : cursor.text(0);
    }

    static <T, R> Page<R> page(List<T> oneMore, int size, Function<T, String> id, Function<T, R> view) {
        List<T> shown = oneMore.stream().limit(size).toList();
        String next = oneMore.size() > size ? Cursor.of(id.apply(shown.get(size - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
