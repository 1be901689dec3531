package org.linli.loan.customerfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.Finances.Asset;
import org.linli.loan.customerfile.Finances.AssetKind;
import org.linli.loan.customerfile.Finances.Debt;
import org.linli.loan.customerfile.Finances.DebtKind;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a file is made of. Every answer is the whole file, masked. */
@RestController
@RequestMapping("/api/v1/admin/customer-files/{id}")
class FileEntryController {
    private static final long MOST_FEN = 1_000_000_000_000L;

    private final Filing filing;
    private final FileViews views;

    FileEntryController(Filing filing, FileViews views) {
        this.filing = filing;
        this.views = views;
    }

    record MemberForm(
            Party.@NotNull Kinship relation, @NotNull @Valid PersonForm person) {}

    /** 422 {@code duplicate-person} for somebody who is in the file already. */
    @Allowed("customer-file.write")
    @PostMapping("/members")
    FileView addMember(@PathVariable String id, @Valid @RequestBody MemberForm form, Caller caller, Locale locale) {
        return views.of(filing.addMember(id, form.relation(), form.person().person(), caller), locale);
    }

    record GuarantorForm(
            @NotNull @Valid PersonForm person,
            @Nullable @Min(0) @Max(MOST_FEN) Long monthlyIncomeFen) {}

    @Allowed("customer-file.write")
    @PostMapping("/guarantors")
    FileView addGuarantor(
            @PathVariable String id, @Valid @RequestBody GuarantorForm form, Caller caller, Locale locale) {
        return views.of(filing.addGuarantor(id, form.person().person(), form.monthlyIncomeFen(), caller), locale);
    }

    /** 422 {@code guarantor-refused} in a guarantor ring outside a declared group, among others. */
    @Allowed("customer-file.write")
    @PostMapping("/guarantors/{guarantorId}/acceptance")
    FileView accept(@PathVariable String id, @PathVariable String guarantorId, Caller caller, Locale locale) {
        return views.of(filing.accept(id, guarantorId, caller), locale);
    }

    /** @param validUntil absent for a paper without an end */
    record PaperForm(
            Paper.@NotNull Kind kind,
            @NotBlank @Size(max = 40) String number,
            @Nullable LocalDate validUntil) {
        @Override
        public String toString() {
            return "PaperForm[hidden]";
        }
    }

    @Allowed("customer-file.write")
    @PostMapping("/papers")
    FileView addPaper(@PathVariable String id, @Valid @RequestBody PaperForm form, Caller caller, Locale locale) {
        return views.of(filing.addPaper(id, form.kind(), form.number().strip(), form.validUntil(), caller), locale);
    }

    /** A member, guarantor or paper. */
    @Allowed("customer-file.write")
    @DeleteMapping("/entries/{entryId}")
    FileView remove(@PathVariable String id, @PathVariable String entryId, Caller caller, Locale locale) {
        return views.of(filing.remove(id, entryId, caller), locale);
    }

    record AssetForm(
            @NotNull AssetKind kind,
            @NotNull @Min(0) @Max(MOST_FEN) Long valueFen) {}

    record DebtForm(
            @NotNull DebtKind kind,
            @NotNull @Min(0) @Max(MOST_FEN) Long amountFen,
            @Nullable @Min(0) @Max(MOST_FEN) Long monthlyFen) {}

    /** Amounts in fen; what is absent is unknown. */
    record FinancesForm(
            @NotNull @Size(max = 50) List<@NotNull @Valid AssetForm> assets,
            @NotNull @Size(max = 50) List<@NotNull @Valid DebtForm> debts,
            @Nullable @Min(0) @Max(MOST_FEN) Long monthlyIncomeFen,
            @Nullable @Min(0) @Max(MOST_FEN) Long monthlyExpensesFen) {
        Finances finances() {
            return new Finances(
                    assets.stream()
                            .map(one -> new Asset(one.kind(), one.valueFen()))
                            .toList(),
                    debts.stream()
                            .map(one -> new Debt(one.kind(), one.amountFen(), one.monthlyFen()))
                            .toList(),
                    monthlyIncomeFen,
                    monthlyExpensesFen);
        }
    }

    /** In place of what was stated before. */
    @Allowed("customer-file.write")
    @PutMapping("/finances")
    FileView state(@PathVariable String id, @Valid @RequestBody FinancesForm form, Caller caller, Locale locale) {
        return views.of(filing.state(id, form.finances(), caller), locale);
    }

    record MerchantForm(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String merchantId) {}

    /** 409 {@code merchant-has-file} when the merchant's file is another one. */
    @Allowed("customer-file.write")
    @PutMapping("/merchant")
    FileView link(@PathVariable String id, @Valid @RequestBody MerchantForm form, Caller caller, Locale locale) {
        return views.of(filing.link(id, form.merchantId(), caller), locale);
    }
}
