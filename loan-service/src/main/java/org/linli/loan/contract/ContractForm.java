package org.linli.loan.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The people of a contract and where the money goes; the terms come from the approval, never from here. */
record ContractForm(
        @NotNull @Valid PersonForm borrower,
        @NotNull @Size(max = 10) List<@Valid @NotNull PersonForm> guarantors,
        @NotNull @Valid PayeeForm payee) {

    record PersonForm(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Pattern(regexp = "[0-9A-Z]{15,18}") String idNumber,
            @NotNull @Pattern(regexp = "1\\d{10}") String phone,
            @NotBlank @Size(max = 120) String address) {
        ContractParties.Person person() {
            return new ContractParties.Person(name.strip(), idNumber, phone, address.strip());
        }
    }

    record PayeeForm(
            @NotNull Payee.Kind kind,
            @NotBlank @Size(max = 60) String accountName,
            @NotNull @Pattern(regexp = "\\d{8,30}") String accountNumber,
            @NotBlank @Size(max = 60) String bankName) {
        Payee payee() {
            return new Payee(kind, accountName.strip(), accountNumber, bankName.strip());
        }
    }

    ContractParties parties() {
        return new ContractParties(
                borrower.person(), guarantors.stream().map(PersonForm::person).toList(), payee.payee());
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "ContractForm[hidden]";
    }
}
