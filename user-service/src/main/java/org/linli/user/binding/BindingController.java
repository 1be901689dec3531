package org.linli.user.binding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.phonecode.CodeRequest;
import org.linli.user.privacy.Phone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A consumer becomes, for us, the customer of the bank that they are. */
@RestController
@RequestMapping("/api/v1/me/binding")
class BindingController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int A_DAY = (int) Duration.ofDays(1).toSeconds();

    private final BindingCustomers binding;
    private final CustomerView view;
    private final Users users;

    BindingController(BindingCustomers binding, CustomerView view, Users users) {
        this.binding = binding;
        this.view = view;
        this.users = users;
    }

    record PhoneForm(@NotBlank @Size(max = 24) String phone) {}

    record Form(
            @NotBlank @Size(max = 24) String phone,
            @NotNull @Pattern(regexp = "\\d{6}") String code,

            @NotBlank @Size(max = 60) @Pattern(regexp = "\\P{Cntrl}*") String name,

            @NotBlank @Size(max = 24) String idNumber) {
        CoreBanking.Claim claim() {
            return new CoreBanking.Claim(name.strip(), IdNumber.of(idNumber), Phone.of(phone));
        }

        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    /** Masked, as all lists and cards are. */
    record Answer(String customerId, String name, String idNumber, String phone, ZonedDateTime boundAt) {}

    @Allowed("binding.own")
    @PostMapping("/code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void code(Caller caller, @Valid @RequestBody PhoneForm form, Locale locale) {
        CodeRequest request = binding.sendCode(caller.subject(), Phone.of(form.phone()), locale)
                .orElseThrow(() -> ProblemException.rateLimited(A_DAY));
        if (request instanceof CodeRequest.TooSoon soon) {
            throw ProblemException.rateLimited(
                    (int) Math.max(1, soon.remaining().toSeconds()));
        }
    }

    @Allowed("binding.own")
    @PostMapping
    Answer bind(Caller caller, @Valid @RequestBody Form form) {
        return binding.bind(caller.subject(), form.code(), form.claim()).fold(new BindingResult.Cases<>() {
            @Override
            public Answer bound(User user) {
                return answer(user);
            }

            @Override
            public Answer refused(BindingResult.Refusal refusal) {
                throw problem(refusal);
            }
        });
    }

    private static ProblemException problem(BindingResult.Refusal refusal) {
        return switch (refusal) {
            case CODE_WRONG -> ProblemException.refused("phone-code-wrong");
            case IDENTITY_MISMATCH -> ProblemException.refused("identity-mismatch");
            case TOO_MANY_ATTEMPTS -> ProblemException.rateLimited(A_DAY);
            case TOO_MANY_USERS -> ProblemException.conflict("too-many-bindings");
            case OTHER_CUSTOMER_BOUND -> ProblemException.conflict("other-customer-bound");
            case BLOCKED -> ProblemException.of(HttpStatus.FORBIDDEN, "person-blocked");
        };
    }

    @Allowed("binding.own")
    @GetMapping
    Answer bound(Caller caller) {
        return users.current(caller.subject())
                .filter(user -> user.bankCustomer().isPresent())
                .map(this::answer)
                .orElseThrow(ProblemException::notFound);
    }

    @Allowed("binding.own")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbind(Caller caller) {
        if (!binding.unbind(caller.subject())) {
            throw ProblemException.notFound();
        }
    }

    private Answer answer(User user) {
        BankCustomer customer = user.bankCustomer().orElseThrow();
        CustomerView.Plain plain = view.of(user).orElseThrow();
        Instant since = customer.boundAt();
        return new Answer(
                customer.customerId(),
                CustomerView.maskedName(plain.name()),
                new IdNumber(plain.idNumber()).masked(),
                new Phone(plain.phone()).masked(),
                since.atZone(ZONE));
    }
}
