package org.linli.user.organisation;

/** What hiring needs to know. */
record Candidate(String username, String password, String displayName, StaffMember.Place place) {
    @Override
    public String toString() {
        return "Candidate[hidden]";
    }
}
