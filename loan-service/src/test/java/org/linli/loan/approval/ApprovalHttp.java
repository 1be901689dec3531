package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases in the approval, and the people who decide on them. */
abstract class ApprovalHttp extends RunningService {
    static final String ADMIN = "/api/v1/admin/loan-applications/";

    @Autowired
    LoanCases cases;

    @Autowired
    PlannedInputs inputs;

    final String run = Ids.next();
    final String branch = "B" + run;
    final String path = "/hq/" + branch + "/";
    final String head = staff("BRANCH_HEAD", path, "head-" + run);
    final String approver = staff("APPROVER", "/hq/", "approver-" + run);
    final String chair = staff("COMMITTEE_CHAIR", "/hq/", member(0));
    String merchant = "";

    static String staff(String role, String place, String subject) {
        String[] nodes = place.split("/");
        return Tokens.staff(role, place, subject, Map.of("org", nodes[nodes.length - 1]));
    }

    /** A case that was investigated by {@code manager-...} and {@code risk-...} and waits for a decision. */
    String inApproval(long yuan) {
        merchant = merchantOf(branch, "APPROVED");
        String body = application("MICRO", yuan * 100, 12, "2020-01-01");
        String id = http.apply(Tokens.owner(merchant), body).text("id");
        cases.move(id, Stage.INVESTIGATION, "system:test");
        cases.addInvestigator(id, "manager-" + run);
        cases.addInvestigator(id, "risk-" + run);
        cases.move(id, Stage.APPROVAL, "system:test");
        return id;
    }

    /** The same with an assessment and findings, priced at 6 %. */
    String assessed(long yuan) {
        String id = inApproval(yuan);
        inputs.give(id, "6");
        return id;
    }

    Http.Answer decide(String id, String token, String body) {
        return http.post(ADMIN + id + "/decision", token, body, "Idempotency-Key", Ids.next());
    }

    static String approval(long yuan, int months, String rate) {
        return """
                {"decision":"APPROVED","terms":%s,"conditions":["保证人签字","完成抵押登记"]}
                """.formatted(terms(yuan, months, rate));
    }

    static String terms(long yuan, int months, String rate) {
        return """
                {"amountFen":%d,"termMonths":%d,"annualRatePercent":"%s","method":"EQUAL_INSTALMENT"}
                """.formatted(yuan * 100, months, rate);
    }

    static String refusal() {
        return "{\"decision\":\"DECLINED\",\"reasons\":[\"EXISTING_DEBT\",\"REPAYMENT_CAPACITY\"],\"note\":\"内部说明\"}";
    }

    static String questions() {
        return "{\"decision\":\"SENT_BACK\",\"questions\":[\"应收账款的凭证在哪里？\"]}";
    }

    String stageOf(String id) {
        return cases.find(id).orElseThrow().stage().name();
    }

    /** 0 is the chair. */
    String member(int number) {
        return (number == 0 ? "chair-" : "member-" + number + "-") + run;
    }

    String memberToken(int number) {
        return number == 0 ? chair : staff("COMMITTEE_MEMBER", "/hq/", member(number));
    }

    String invitation(String closesAt, List<String> members) {
        return """
                {"members":["%s"],"closesAt":"%s","terms":%s,"conditions":["完成抵押登记"]}
                """.formatted(String.join("\",\"", members), closesAt, terms(350_000, 12, "6.5"));
    }

    List<String> five() {
        return Stream.concat(Stream.of(member(0)), IntStream.rangeClosed(1, 4).mapToObj(this::member))
                .toList();
    }

    Http.Answer vote(String id, int number, boolean inFavour) {
        String body = inFavour
                ? "{\"choice\":\"FOR\",\"reason\":\"经营稳定\"}"
                : "{\"choice\":\"AGAINST\",\"reason\":\"负债偏高\",\"declineReasons\":[\"EXISTING_DEBT\"]}";
        return http.post(ADMIN + id + "/votes", memberToken(number), body);
    }

    String convened() {
        String id = assessed(400_000);
        Http.Answer session = http.post(ADMIN + id + "/committee", chair, invitation(inAnHour(), five()));
        assertThat(session.status()).isEqualTo(200);
        return id;
    }

    Http.Answer close(String id, String body) {
        return http.post(ADMIN + id + "/committee/closure", chair, body);
    }

    static String inAnHour() {
        return Instant.now().plusSeconds(3600).toString();
    }
}
