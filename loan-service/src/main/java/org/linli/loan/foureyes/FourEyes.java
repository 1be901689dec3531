package org.linli.loan.foureyes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;

/** Four eyes (rule P-2): nobody decides on what they prepared or investigated, nor on their own or a relative's case. */
public final class FourEyes {
    private FourEyes() {}

    /** May this one decide? */
    public sealed interface Verdict {}

    public record Free() implements Verdict {}

    public record Conflict(Reason reason) implements Verdict {}

    /** Why not; the first that applies. */
    public enum Reason {
        OWN_CASE("own-case"),
        RELATIVE("relative"),
        PREPARED_IT("prepared-it"),
        INVESTIGATED_IT("investigated-it"),
        DEPUTY_OF_PREPARER("deputy-of-preparer");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * The people of a case, by their subject.
     *
     * @param owners whose case it is
     * @param preparers who brought it in or handed it in
     * @param investigators who looked into it
     * @param merchantId whose business it is about
     */
    public record Case(Set<String> owners, Set<String> preparers, Set<String> investigators, String merchantId) {
        /** A case that nobody investigates. */
        public static Case of(@Nullable String owner, @Nullable String preparer, String merchantId) {
            return new Case(oneOrNone(owner), oneOrNone(preparer), Set.of(), merchantId);
        }

        private static Set<String> oneOrNone(@Nullable String subject) {
            return subject == null ? Set.of() : Set.of(subject);
        }
    }

    /**
     * Who wants to decide.
     *
     * @param related merchants of their own or of a relative
     * @param deputyFor in whose place they act
     */
    public record Decider(String subject, Set<String> related, Set<String> deputyFor) {
        public static Decider of(Caller caller) {
            return new Decider(caller.subject(), caller.list("related"), caller.list("deputyFor"));
        }
    }

    public static Verdict judge(Case about, Decider decider) {
        if (about.owners.contains(decider.subject)) {
            return new Conflict(Reason.OWN_CASE);
        }
        if (decider.related.contains(about.merchantId)) {
            return new Conflict(Reason.RELATIVE);
        }
        if (about.preparers.contains(decider.subject)) {
            return new Conflict(Reason.PREPARED_IT);
        }
        if (about.investigators.contains(decider.subject)) {
            return new Conflict(Reason.INVESTIGATED_IT);
        }
        boolean inTheirPlace = decider.deputyFor.stream()
                .anyMatch(absent -> about.preparers.contains(absent) || about.investigators.contains(absent));
        return inTheirPlace ? new Conflict(Reason.DEPUTY_OF_PREPARER) : new Free();
    }
}
