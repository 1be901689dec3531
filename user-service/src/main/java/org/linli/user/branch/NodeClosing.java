package org.linli.user.branch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.linli.starter.Ids;

/**
 * Closes nodes of one kind, only when they are empty. Steps, each one document: mark the node, so that nothing new comes
 * to it; count what is left, what is on its way included; close it or take the mark off. Dying in between leaves the
 * mark, and whoever closes next, or the regular pass, goes on from there.
 */
public final class NodeClosing<N extends OrganisationNode<?>> {
    private static final int ATTEMPTS = 5;

    private final NodeRegister<N, ?> register;

    public NodeClosing(NodeRegister<N, ?> register) {
        this.register = register;
    }

    /** How closing ended. */
    public sealed interface Ended<N, L> {
        record Decided<N, L>(Changing<N> result) implements Ended<N, L> {}

        /** Something still belongs to it. */
        record NotEmpty<N, L>(L left) implements Ended<N, L> {}
    }

    /**
     * Closes a node now.
     *
     * @param planned whether this only does what was planned for today, or goes on with what was begun; when neither is
     *     so any more, nothing happens
     * @param whatIsLeft counts, after the node was marked; when it fails, the node stays open
     */
    public <L> Optional<Ended<N, L>> close(
            String id, boolean planned, Function<N, L> whatIsLeft, Predicate<L> isNothing) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Changing<N> begun = begin(id, planned).orElse(null);
            if (begun == null) {
                return Optional.empty();
            }
            N node = begun.fold(Function.identity(), why -> null);
            ClosingMark mark = node == null ? null : node.closing().orElse(null);
            if (node == null || mark == null) {
                return Optional.of(new Ended.Decided<>(begun));
            }
            L left = count(node, mark, whatIsLeft);
            boolean nothing = isNothing.test(left);
            N ended = end(id, mark, nothing).orElse(node);
            if (ended.isClosed()) {
                return Optional.of(new Ended.Decided<>(new Changing.Changed<>(ended)));
            }
            if (!nothing) {
                return Optional.of(new Ended.NotEmpty<>(left));
            }
        }
        return Optional.of(new Ended.Decided<>(new Changing.Refused<>(Changing.Refusal.STALE)));
    }

    /** From now on nothing new comes to it. A closing that is under way, or was when a process died, is joined. */
    private Optional<Changing<N>> begin(String id, boolean planned) {
        return register.decide(id, node -> {
            boolean due = node.pending()
                    .filter(change -> change.kind() == PendingChange.Kind.CLOSE && change.isDue(register.today()))
                    .isPresent();
            boolean wanted = node.closing().isPresent()
                    || (planned ? due : node.pending().isEmpty());
            if (!node.isClosed() && !wanted) {
                return new Changing.Refused<>(Changing.Refusal.CHANGE_PENDING);
            }
            node.beginClosing(Ids.next(), register.now());
            return new Changing.Changed<>(node);
        });
    }

    private Optional<N> end(String id, ClosingMark mark, boolean empty) {
        return register.touch(id, node -> node.endClosing(mark.attempt(), empty, register.now()));
    }

    private <L> L count(N node, ClosingMark mark, Function<N, L> whatIsLeft) {
        try {
            return whatIsLeft.apply(node);
        } catch (RuntimeException e) {
            end(node.id(), mark, false);
            throw e;
        }
    }

    /** See {@link NodeRegister#closeLater}. */
    public <L> Optional<Ended<N, L>> closeLater(String id, LocalDate on) {
        return register.closeLater(id, on).map(Ended.Decided::new);
    }

    /** Those whose closing has begun; where nobody is at it any more, someone has to go on. */
    public List<N> begun() {
        return register.closing();
    }
}
