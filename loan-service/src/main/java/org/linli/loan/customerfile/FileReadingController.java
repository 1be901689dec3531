package org.linli.loan.customerfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.FileFacts.RelationKind;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looking closer: relations, guarantors' verdicts, personal data in full, and the owner's own file. */
@RestController
class FileReadingController {
    private final Filing filing;
    private final FileViews views;
    private final FileReveal reveal;
    private final Guarantors guarantors;
    private final RelatedFiles related;

    FileReadingController(
            Filing filing, FileViews views, FileReveal reveal, Guarantors guarantors, RelatedFiles related) {
        this.filing = filing;
        this.views = views;
        this.reveal = reveal;
        this.guarantors = guarantors;
        this.related = related;
    }

    /** The owner's own merchant's file, masked; 404 while there is none. */
    @Allowed(value = "customer-file.own", own = "merchantId")
    @GetMapping("/api/v1/customer-files/mine")
    FileView own(Caller caller) {
        return filing.ofMerchant(caller.require("merchantId")).map(views::of).orElseThrow(ProblemException::notFound);
    }

    /** @param fileId absent when the file lies outside of the caller's data scope: that there is one is told all the same */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationView(@Nullable String fileId, SortedSet<RelationKind> kinds) {}

    /** @param ring the files of the ring that are in the caller's scope; {@code ringLength} counts all of them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictView(
            String guarantorId,
            GuarantorVerdict.Kind verdict,
            @Nullable String reason,
            List<String> ring,
            int ringLength) {}

    record RelationsView(List<RelationView> relations, List<VerdictView> guarantors, boolean incomplete) {}

    /** Related parties, and whether each guarantor may guarantee, as things stand now. */
    @Allowed("customer-file.read")
    @GetMapping("/api/v1/admin/customer-files/{id}/relations")
    RelationsView relations(@PathVariable String id, Caller caller) {
        CustomerFile file = filing.find(id, caller).orElseThrow(ProblemException::notFound);
        RelatedFiles.Related found = related.of(file);
        List<RelationView> relations = found.kinds().entrySet().stream()
                .map(one -> new RelationView(visible(one.getKey(), caller) ? one.getKey() : null, one.getValue()))
                .toList();
        List<VerdictView> verdicts = guarantors.verdicts(file).entrySet().stream()
                .map(one -> verdict(one.getKey(), one.getValue(), caller))
                .toList();
        return new RelationsView(relations, verdicts, found.incomplete());
    }

    private boolean visible(String fileId, Caller caller) {
        return filing.find(fileId, caller).isPresent();
    }

    private VerdictView verdict(String guarantorId, GuarantorVerdict verdict, Caller caller) {
        GuarantorVerdict.Reason reason = verdict.reason();
        List<String> ring =
                verdict.ring().stream().filter(one -> visible(one, caller)).toList();
        return new VerdictView(
                guarantorId,
                verdict.kind(),
                reason == null ? null : reason.code(),
                ring,
                verdict.ring().size());
    }

    record RevealForm(
            @NotBlank @Size(max = 40) String entryId,
            @NotEmpty @Size(max = 5) Set<FileReveal.@NotNull Field> fields,
            @NotBlank @Size(min = 5, max = 200) String reason) {}

    /** Shows what was asked for, for a reason that goes on record first. */
    @Allowed("customer-file.reveal")
    @PostMapping("/api/v1/admin/customer-files/{id}/reveal")
    ResponseEntity<Map<FileReveal.Field, String>> reveal(
            @PathVariable String id, @Valid @RequestBody RevealForm form, Caller caller) {
        Map<FileReveal.Field, String> shown = reveal.reveal(
                        caller, id, form.entryId(), form.fields(), form.reason().strip())
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
    }
}
