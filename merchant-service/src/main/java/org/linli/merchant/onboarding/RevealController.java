package org.linli.merchant.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.ContactReveal.Field;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RevealController {
    private final ContactReveal reveal;

    RevealController(ContactReveal reveal) {
        this.reveal = reveal;
    }

    /** Shows what was asked for, for a reason that goes on record first. */
    @Allowed("merchant.reveal")
    @PostMapping("/api/v1/admin/merchants/{id}/reveal")
    ResponseEntity<Revealed> reveal(@PathVariable String id, @RequestBody @Valid RevealForm form, Caller caller) {
        Contact contact =
                reveal.reveal(caller, id, form.fields, form.reason.strip()).orElseThrow(ProblemException::notFound);
        Revealed shown = new Revealed(
                form.fields.contains(Field.contactName) ? contact.name() : null,
                form.fields.contains(Field.contactPhone) ? contact.phone() : null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
    }

    record RevealForm(
            @NotEmpty @Size(max = 2) Set<@NotNull Field> fields,
            @NotBlank @Size(min = 5, max = 200) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revealed(@Nullable String contactName, @Nullable String contactPhone) {
        @Override
        public String toString() {
            return "Revealed[hidden]";
        }
    }
}
