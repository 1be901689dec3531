package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.List;

/** How often one person may be contacted for one purpose (rule M-5). */
final class Caps {
    /** More than any cap asks for. */
    private static final int MOST = 200;

    private Caps() {}

    /** One sending asks once. */
    static boolean isNoted(List<Contact> contacts, Contact wanted) {
        return contacts.stream()
                .anyMatch(one -> one.purpose().equals(wanted.purpose())
                        && one.snapshotId().equals(wanted.snapshotId()));
    }

    static List<Contact> latest(List<Contact> contacts) {
        return new ArrayList<>(contacts.subList(Math.max(0, contacts.size() - MOST), contacts.size()));
    }

    static long used(List<Contact> contacts, String purpose, int sinceDay) {
        return contacts.stream()
                .filter(one -> one.purpose().equals(purpose) && one.day() >= sinceDay)
                .count();
    }
}
