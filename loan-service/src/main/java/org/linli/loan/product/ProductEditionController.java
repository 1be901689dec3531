package org.linli.loan.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The products' editions, for head office. */
@RestController
@RequestMapping("/api/v1/admin/loan-products")
class ProductEditionController {
    private static final Pattern CODE = Pattern.compile("[A-Z_]{2,40}");

    private final ChangingProducts products;
    private final MessageSource messages;

    ProductEditionController(ChangingProducts products, MessageSource messages) {
        this.products = products;
        this.messages = messages;
    }

    /** Every product with all its editions, the first one first. */
    @Allowed("loan-product.read")
    @GetMapping
    Answer all(Caller caller) {
        return new Answer(products.all(caller).stream().map(this::view).toList());
    }

    @Allowed("loan-product.read")
    @GetMapping("/{code}/versions")
    LineView one(@PathVariable String code, Caller caller) {
        return view(products.find(code, caller).orElseThrow(ProblemException::notFound));
    }

    /** Prepares the next edition; it comes into effect only after somebody else published it. */
    @Allowed("loan-product.prepare")
    @PostMapping("/{code}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    EditionView prepare(@PathVariable String code, @Valid @RequestBody Form form, Caller caller, Locale locale) {
        return done(
                products.prepare(
                        code, form.terms(), form.effectiveFrom(), form.reason().strip(), caller),
                locale);
    }

    /** Publishes an edition that somebody else prepared (rule P-2). */
    @Allowed("loan-product.publish")
    @PostMapping("/{code}/versions/{version}/publication")
    EditionView publish(@PathVariable String code, @PathVariable int version, Caller caller, Locale locale) {
        return done(products.publish(code, version, caller), locale);
    }

    @Allowed("loan-product.publish")
    @PostMapping("/{code}/versions/{version}/refusal")
    EditionView refuse(
            @PathVariable String code,
            @PathVariable int version,
            @Valid @RequestBody Reason form,
            Caller caller,
            Locale locale) {
        return done(products.refuse(code, version, form.reason().strip(), caller), locale);
    }

    private EditionView done(ProductChange change, Locale locale) {
        if (change instanceof ProductChange.Done done) {
            return EditionView.of(done.edition());
        }
        throw problem(change, locale);
    }

    private ProblemException problem(ProductChange change, Locale locale) {
        if (change instanceof ProductChange.ReviewPending pending) {
            return ProblemException.conflict("review-pending", pending.version());
        }
        if (change instanceof ProductChange.AlreadyReviewed reviewed) {
            return ProblemException.conflict("already-reviewed", text("edition." + reviewed.state(), locale));
        }
        if (change instanceof ProductChange.TooEarly early) {
            return ProblemException.refused(
                    "effective-too-early", early.earliest().toString());
        }
        if (change instanceof ProductChange.FourEyesConflict conflict) {
            String code = conflict.reason().code();
            return ProblemException.refused(
                    "four-eyes-conflict",
                    List.of(new FieldProblem(null, code, text("four-eyes." + code, locale), "P-2")));
        }
        return ProblemException.notFound();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private LineView view(ProductLine line) {
        return new LineView(
                line.id(),
                line.inEffect(products.today()).map(LoanProduct::version).orElse(null),
                line.editions().stream().map(EditionView::of).toList());
    }

    record Form(
            @Valid @NotNull LoanProduct terms,
            @NotNull LocalDate effectiveFrom,
            @NotBlank @Size(max = 200) String reason) {}

    record Reason(@NotBlank @Size(max = 200) String reason) {}

    record Answer(List<LineView> items) {}

    /** @param versionInEffect what a case begins with today; null when nothing is in effect yet */
    record LineView(String code, @Nullable Integer versionInEffect, List<EditionView> versions) {}

    record EditionView(
            int version,
            String state,
            LocalDate effectiveFrom,
            String reason,
            String preparedBy,
            Instant preparedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String refusal,
            LoanProduct terms) {
        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.number(),
                    edition.state().name(),
                    edition.effectiveFrom(),
                    edition.reason(),
                    edition.preparedBy(),
                    edition.preparedAt(),
                    edition.reviewedBy(),
                    edition.reviewedAt(),
                    edition.refusal(),
                    edition.terms());
        }
    }
}
