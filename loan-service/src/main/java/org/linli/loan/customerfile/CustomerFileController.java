package org.linli.loan.customerfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.FileView.Card;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files within the caller's data scope (rule P-1), masked (rule P-4). */
@RestController
@RequestMapping("/api/v1/admin/customer-files")
class CustomerFileController {
    private final Filing filing;
    private final FileViews views;
    private final PersonSeal seal;

    CustomerFileController(Filing filing, FileViews views, PersonSeal seal) {
        this.filing = filing;
        this.views = views;
        this.seal = seal;
    }

    /** @param organisationPath where the file belongs; of a merchant's file the merchant's place counts */
    record OpeningForm(
            @NotNull FileKind kind,
            @Nullable @Size(max = 60) String businessName,

            @Nullable @Size(max = 200) @Pattern(regexp = "/([A-Za-z0-9_-]+/)+")
            String organisationPath,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String merchantId,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String customerId,

            @NotNull @Valid PersonForm holder) {
        Opening opening() {
            boolean business = kind == FileKind.BUSINESS;
            if (business == (businessName == null || businessName.isBlank())) {
                throw ProblemException.invalidParameter("businessName", "(expected: for a business, and only there)");
            }
            if (organisationPath == null && merchantId == null) {
                throw ProblemException.invalidParameter("organisationPath", "(expected: this or merchantId)");
            }
            String name = businessName == null ? null : businessName.strip();
            return new Opening(kind, name, organisationPath == null ? "" : organisationPath, merchantId, customerId);
        }
    }

    /** 409 {@code customer-file-exists} when this holder has one, wherever in the bank. */
    @Allowed("customer-file.write")
    @PostMapping
    ResponseEntity<FileView> open(@Valid @RequestBody OpeningForm form, Caller caller, Locale locale) {
        FileView view = views.of(filing.open(form.opening(), form.holder().person(), caller), locale);
        return ResponseEntity.created(URI.create("/api/v1/admin/customer-files/" + view.id()))
                .body(view);
    }

    @Allowed("customer-file.read")
    @GetMapping
    Page<Card> list(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<CustomerFile> found = filing.inScope(caller, cursor == null ? null : cursor.text(0), size + 1);
        List<CustomerFile> shown = found.stream().limit(size).toList();
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(Card::of).toList(), next);
    }

    /** In the body, so that nothing personal stands in an address or an access log. Exactly one of them. */
    record Search(
            @Nullable @Size(max = 24) String phone,
            @Nullable @Size(max = 24) String idNumber) {
        @Override
        public String toString() {
            return "Search[hidden]";
        }
    }

    record Found(List<Card> items) {}

    @Allowed("customer-file.read")
    @PostMapping("/searches")
    Found search(@Valid @RequestBody Search search, Caller caller) {
        return new Found(
                filing.search(key(search), caller).stream().map(Card::of).toList());
    }

    private String key(Search search) {
        String phone = search.phone();
        String idNumber = search.idNumber();
        if (phone != null && idNumber == null) {
            return seal.phoneKey(Phone.of(phone));
        }
        if (idNumber != null && phone == null) {
            return seal.personKey(IdNumber.of(idNumber));
        }
        throw ProblemException.invalidParameter("phone", "(expected: one of phone, idNumber)");
    }

    @Allowed("customer-file.read")
    @GetMapping("/{id}")
    FileView one(@PathVariable String id, Caller caller) {
        return filing.find(id, caller).map(views::of).orElseThrow(ProblemException::notFound);
    }
}
