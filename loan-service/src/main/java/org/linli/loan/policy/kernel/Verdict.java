package org.linli.loan.policy.kernel;

import java.util.Collection;

/** What a policy says about a case. */
public enum Verdict {
    PASS,
    /** A person has to look at it. */
    REFER,
    DECLINE,
    /** A fact is missing: never a pass, a person has to look at it. */
    UNKNOWN;

    /** Of all policies together: one refusal refuses, else one doubt refers. */
    static Verdict together(Collection<Verdict> each) {
        if (each.contains(DECLINE)) {
            return DECLINE;
        }
        boolean clear = !each.isEmpty() && each.stream().allMatch(PASS::equals);
        return clear ? PASS : REFER;
    }
}
