package org.linli.user.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staff look someone up: exactly, within their own part of the bank, masked unless revealed with a reason. */
@RestController
@RequestMapping("/api/v1/admin/customers")
class CustomerController {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final LookingUpCustomers customers;

    CustomerController(LookingUpCustomers customers) {
        this.customers = customers;
    }

    /** In the body, so that nothing personal stands in an address or an access log. Exactly one of them. */
    record Search(
            @Nullable @Size(max = 24) String phone,
            @Nullable @Size(max = 24) String idNumber,
            @Nullable @Pattern(regexp = ID) String customerNumber) {
        @Override
        public String toString() {
            return "Search[hidden]";
        }
    }

    record Reveal(
            @NotEmpty @Size(max = 4) Set<@NotNull RevealedField> fields,
            @NotBlank @Size(min = 5, max = 200) String reason) {}

    /** @param phone masked, as everything personal here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String userId,
            String kind,
            String organisationPath,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String customerId,
            List<String> tags,
            boolean blacklisted) {}

    record Found(List<Card> items) {}

    @Allowed("customer.read")
    @GetMapping
    Found find(Caller caller, @RequestParam @Pattern(regexp = ID) String userId) {
        return new Found(customers.find(userId).stream()
                .filter(user -> caller.oversees(user.organisationPath()))
                .map(customers::card)
                .toList());
    }

    @Allowed("customer.read")
    @PostMapping("/searches")
    Found search(Caller caller, @Valid @RequestBody Search search) {
        return new Found(customers.search(search).stream()
                .filter(user -> caller.oversees(user.organisationPath()))
                .map(customers::card)
                .toList());
    }

    @Allowed("customer.read")
    @GetMapping("/{userId}")
    Card card(Caller caller, @PathVariable String userId) {
        return customers.card(overseen(caller, userId));
    }

    @Allowed("customer.reveal")
    @PostMapping("/{userId}/reveal")
    Map<RevealedField, String> reveal(Caller caller, @PathVariable String userId, @Valid @RequestBody Reveal form) {
        return customers.reveal(
                overseen(caller, userId), form.fields(), form.reason().strip());
    }

    private User overseen(Caller caller, String userId) {
        return customers
                .find(userId)
                .filter(user -> caller.oversees(user.organisationPath()))
                .orElseThrow(ProblemException::notFound);
    }
}
