package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Head office's pool. */
@RestController
@RequestMapping("/api/v1/admin/merchants")
class AssignmentController {
    private final Assigning assigning;
    private final DecisionAnswers answers;

    AssignmentController(Assigning assigning, DecisionAnswers answers) {
        this.assigning = assigning;
        this.answers = answers;
    }

    /** Merchants that no circle holds and no branch has. */
    @Allowed("merchant.assign")
    @GetMapping("/pool")
    Page<MerchantAnswers.Full> pool(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Merchant> found = assigning.pool(caller, cursor == null ? null : cursor.text(0), size + 1);
        return MerchantPages.page(found, size, last -> Cursor.of(last.id()));
    }

    @Allowed("merchant.assign")
    @PostMapping("/{id}/assignment")
    MerchantAnswers.Full assign(@PathVariable String id, @RequestBody @Valid AssignmentForm form, Caller caller) {
        return answers.answer(assigning.assign(caller, id, form.branchId), id, caller);
    }

    record AssignmentForm(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String branchId) {}
}
