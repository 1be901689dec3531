package org.linli.merchant.onboarding;

/** Personal data (rule P-4): never in events or logs, masked in lists. */
record Contact(String name, String phone) {
    private static final int PHONE_SHOWN_BEFORE = 3;
    private static final int PHONE_SHOWN_AFTER = 4;

    /** The first character of the name, the phone's operator and its last four digits. */
    Contact masked() {
        int first = name.offsetByCodePoints(0, 1);
        return new Contact(name.substring(0, first) + "**", maskedPhone());
    }

    private String maskedPhone() {
        if (phone.length() <= PHONE_SHOWN_BEFORE + PHONE_SHOWN_AFTER) {
            return "*".repeat(phone.length());
        }
        int hidden = phone.length() - PHONE_SHOWN_BEFORE - PHONE_SHOWN_AFTER;
        return phone.substring(0, PHONE_SHOWN_BEFORE)
                + "*".repeat(hidden)
                + phone.substring(phone.length() - PHONE_SHOWN_AFTER);
    }

    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
