package org.linli.merchant.onboarding;

import java.util.List;
import java.util.Set;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DuplicateController {
    private final Duplicates duplicates;

    DuplicateController(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    /** Merchants that may be the same business. */
    @Allowed("merchant.read")
    @GetMapping("/api/v1/admin/merchants/{id}/duplicates")
    Listing duplicates(@PathVariable String id, Caller caller) {
        Duplicates.Found found = duplicates.of(caller, id).orElseThrow(ProblemException::notFound);
        return new Listing(
                found.doubles().stream()
                        .map(one -> new Item(one.because(), MerchantAnswers.Full.masked(one.merchant())))
                        .toList(),
                found.elsewhere());
    }

    /** @param elsewhere how many more there are outside the caller's data scope */
    record Listing(List<Item> items, int elsewhere) {}

    record Item(Set<Likeness> because, MerchantAnswers.Full merchant) {}
}
