package org.linli.loan.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Level;
import org.linli.starter.security.Caller;

/**
 * Who decided: as what, and from where.
 *
 * @param subject of the person, or {@code system:...}
 * @param roles held at that moment
 * @param deputyFor in whose place they acted
 * @param personalLimitFen the limit of their own, if they had one
 */
record Decider(
        String subject,
        Level level,
        List<String> roles,
        @Nullable String organisation,
        List<String> deputyFor,
        @Nullable Long personalLimitFen) {
    static final String SYSTEM = "system:";

    static Decider of(Caller caller, Level level, @Nullable Long personalLimitFen) {
        return new Decider(
                caller.subject(),
                level,
                caller.roles().stream().sorted().toList(),
                caller.organisation(),
                caller.list("deputyFor").stream().sorted().toList(),
                personalLimitFen);
    }

    static Decider system(String name, Level level) {
        return new Decider(SYSTEM + name, level, List.of(), null, List.of(), null);
    }
}
