package org.linli.wechat.loans;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.wechat.dependency.Dependency;
import org.linli.wechat.dependency.GuardedCalls;
import org.linli.wechat.message.Sender;
import org.springframework.stereotype.Service;

/** Asks who a follower is, then how their merchant's latest application stands. */
@Service
public class LoanProgress {
    private final UserServiceClient users;
    private final LoanServiceClient loans;
    private final GuardedCalls guarded;

    LoanProgress(UserServiceClient users, LoanServiceClient loans, GuardedCalls guarded) {
        this.users = users;
        this.loans = loans;
        this.guarded = guarded;
    }

    /** @param answered false when user-service did not say */
    private record Binding(boolean answered, @Nullable String merchantId) {}

    /** @param language of the stage's name */
    public LoanAnswer of(Sender sender, Locale language) {
        Binding binding =
                guarded.call(Dependency.USER_SERVICE, () -> bindingOf(sender), () -> new Binding(false, null));
        if (!binding.answered()) {
            return new LoanAnswer.Unavailable();
        }
        String merchantId = binding.merchantId();
        return merchantId == null ? new LoanAnswer.NotBound() : latestOf(merchantId, language);
    }

    private Binding bindingOf(Sender sender) {
        Optional<UserServiceClient.Identity> known = users.identity(sender.accountId(), sender.openid());
        return new Binding(
                true, known.map(UserServiceClient.Identity::merchantId).orElse(null));
    }

    private LoanAnswer latestOf(String merchantId, Locale language) {
        return guarded.call(
                Dependency.LOAN_SERVICE,
                () -> loans.latest(merchantId, language.toLanguageTag())
                        .<LoanAnswer>map(LoanProgress::inStage)
                        .orElseGet(LoanAnswer.NoApplication::new),
                LoanAnswer.Unavailable::new);
    }

    private static LoanAnswer inStage(LoanServiceClient.Application latest) {
        String stage = latest.stageName() == null ? latest.stage() : latest.stageName();
        LoanServiceClient.Responsible responsible = latest.responsible();
        String who = responsible == null ? null : responsible.roleName();
        return new LoanAnswer.InStage(latest.id(), stage, latest.stageDueAt(), who);
    }
}
