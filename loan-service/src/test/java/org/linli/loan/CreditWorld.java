package org.linli.loan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.linli.starter.Ids;

/** An applicant who agreed to the credit check, and the bureau that knows something about them. */
public final class CreditWorld {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CLEAN = account("N".repeat(24), 0);

    /** A number of the bank's that no other test uses. */
    public final String number = "C" + Ids.next();

    /** Whoever applies in tests is this person; see {@link Tokens#owner}. */
    public CreditWorld consents() {
        return subject("{\"consented\":true,\"textVersion\":\"v1\",\"customerNumber\":\"%s\"}".formatted(number));
    }

    public CreditWorld consentsButIsUnknown() {
        return subject("{\"consented\":true,\"textVersion\":\"v1\"}");
    }

    public CreditWorld doesNotConsent() {
        return subject("{\"consented\":false}");
    }

    private CreditWorld subject(String answer) {
        RunningService.NEIGHBOURS.stubFor(
                get(urlPathMatching("/internal/v1/users/[^/]+/credit-subject")).willReturn(okJson(answer)));
        return this;
    }

    public CreditWorld isClean() {
        return bureauAnswers(okJson(report(number, today(), CLEAN)));
    }

    public CreditWorld wasLateForMonths(int months) {
        return bureauAnswers(okJson(report(number, today(), account("1234567".substring(0, months) + "NNN", 0))));
    }

    public CreditWorld isOverdue() {
        return bureauAnswers(okJson(report(number, today(), account("NNN1", 5_000))));
    }

    public CreditWorld reportIsOf(String somebody) {
        return bureauAnswers(okJson(report(somebody, today(), CLEAN)));
    }

    public CreditWorld reportIsDaysOld(int days) {
        return bureauAnswers(okJson(report(number, today().minusDays(days), CLEAN)));
    }

    public CreditWorld bureauAnswers(ResponseDefinitionBuilder answer) {
        RunningService.NEIGHBOURS.stubFor(get(urlPathEqualTo(path())).willReturn(answer));
        return this;
    }

    public CreditWorld bureauIsAway() {
        return bureauAnswers(aResponse().withStatus(503));
    }

    public String path() {
        return "/bureau/reports/" + number;
    }

    /** What lets a small loan pass without a visit. */
    public static Facts goodBusiness() {
        return Facts.NONE.with(Fact.TURNOVER_12_MONTHS_FEN, 120_000_000).with(Fact.GUARANTEED_FOR_OTHERS_FEN, 0);
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static String account(String history, long overdueFen) {
        return """
                {"lender":"L","balanceFen":2000000,"monthlyPaymentFen":90000,"overdueFen":%d,"history":"%s"}
                """.formatted(overdueFen, history);
    }

    private static String report(String number, LocalDate on, String accounts) {
        return """
                {"reportNumber":"R1","reportedOn":"%s","subject":{"customerNumber":"%s"},"accounts":[%s],
                "executions":[],"queries":[]}
                """.formatted(on, number, accounts);
    }
}
