package org.linli.loan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.LendingService;
import org.linli.loan.WriteBoundaries;
import org.linli.loan.application.Stage;
import org.springframework.beans.factory.annotation.Autowired;

/** The service dies between the last signature and the case's next stage: the next start sends the case on. */
class SigningCrashTest extends LendingService {
    private static final AtomicInteger PHONE = new AtomicInteger(300);

    @Autowired
    SigningProgress signing;

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true"})
    void a_signed_contract_sends_its_case_on(int write, boolean afterwards) {
        String phone = "13900000" + PHONE.incrementAndGet();
        BANK.signatory(phone, "PENDING");
        Case of = prepared(ApprovedFixture.loan(), phone);
        http.post(CASES + of.id() + "/contract/signing", manager, "");
        BANK.signatory(phone, "SIGNED");
        WriteBoundaries.killedAt(write, afterwards, () -> signing.look(of.id()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            cases.find(of.id()).ifPresent(signing::resume);
            assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
        });
    }
}
