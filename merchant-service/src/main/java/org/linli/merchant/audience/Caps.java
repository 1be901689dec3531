package org.linli.merchant.audience;

import java.util.List;

/** How often one person may be contacted for one purpose (rule M-5). */
final class Caps {
    private Caps() {}

    static long used(List<Contact> contacts, String purpose, int sinceDay) {
        return contacts.stream()
                .filter(one -> one.purpose().equals(purpose) && one.day() >= sinceDay)
                .count();
    }
}
