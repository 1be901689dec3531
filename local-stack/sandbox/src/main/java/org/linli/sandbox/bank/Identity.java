package org.linli.sandbox.bank;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person says about themselves, and what the bank holds about a customer. */
record Identity(String name, IdNumber idNumber, String phone) {
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final int LONGEST_NAME = 50;

    Identity {
        requireName(name);
        requirePhone(phone);
        if (idNumber == null) {
            throw new IllegalArgumentException("idNumber: null (expected: 18 characters)");
        }
    }

    static String requireName(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name (expected: 1.." + LONGEST_NAME + " characters)");
        }
        return name;
    }

    static String requirePhone(@Nullable String phone) {
        if (phone == null || !PHONE.matcher(phone).matches()) {
            throw new IllegalArgumentException("phone (expected: 11 digits beginning with 1)");
        }
        return phone;
    }

    @Override
    public String toString() {
        return "Identity[...]";
    }
}
