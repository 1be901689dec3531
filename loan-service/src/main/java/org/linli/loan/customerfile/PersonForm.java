package org.linli.loan.customerfile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody as staff type them in. */
record PersonForm(
        @NotBlank @Size(max = 40) String name,
        @NotBlank @Size(max = 24) String idNumber,
        @Nullable @Size(max = 24) String phone,
        @Nullable @Size(max = 200) String address) {
    Person person() {
        String lives = address == null || address.isBlank() ? null : address.strip();
        return new Person(
                name.strip(), IdNumber.of(idNumber), phone == null || phone.isBlank() ? null : Phone.of(phone), lives);
    }

    @Override
    public String toString() {
        return "PersonForm[hidden]";
    }
}
