package org.linli.merchant.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.ResultActions;

/** What reviewer and applicant write to each other (rule M-1). */
class CorrespondenceHttpTest extends DossierTest {
    private static final String MINE = MERCHANTS + "/mine/messages";

    @Autowired
    MongoTemplate template;

    @Test
    void bothSidesReadWhatBothWroteTheLatestFirst() throws Exception {
        String id = appliedMerchant();
        var head = Callers.staff(BRANCH_HEAD, "/hq/", "head-1");
        tell(ADMIN + id + "/messages", head, text("请补充门头照片"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.writtenBy").value("head-1"));
        tell(MINE, Callers.owner(id), text("已上传")).andExpect(status().isCreated());
        ask(MINE, Callers.owner(id))
                .andExpect(jsonPath("$.items[*].text").value(contains("已上传", "请补充门头照片")))
                .andExpect(jsonPath("$.items[*].from").value(contains("MERCHANT", "BANK")))
                .andExpect(jsonPath("$.items[1].writtenBy").doesNotExist());
        ResultActions first = ask(ADMIN + id + "/messages?size=1", head);
        first.andExpect(jsonPath("$.items[0].text").value("已上传"));
        String next = body(first).path("next").asString();
        ask(ADMIN + id + "/messages?size=1&after=" + next, head)
                .andExpect(jsonPath("$.items[0].text").value("请补充门头照片"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void nobodyReadsOrWritesBesidesThem() throws Exception {
        String id = appliedMerchant();
        tell(MINE, Callers.owner(id), text("你好"));
        ask(MINE, Callers.owner(appliedMerchant()))
                .andExpect(jsonPath("$.items").isEmpty());
        var elsewhere = Callers.staff(BRANCH_HEAD, "/hq/elsewhere/");
        refused(ask(ADMIN + id + "/messages", elsewhere), 404, "not-found");
        refused(tell(ADMIN + id + "/messages", elsewhere, text("你好")), 404, "not-found");
        refused(tell(MINE, Callers.owner("nobody"), text("你好")), 404, "not-found");
    }

    @Test
    void aMessageIsStoredEncryptedAndTheTrailKnowsThatItWasWrittenNotWhat() throws Exception {
        String id = appliedMerchant();
        String letter = body(tell(MINE, Callers.owner(id), text("我的电话13800001234")))
                .path("id")
                .asString();
        assertThat(template.findById(letter, Document.class, "merchant_letters").toJson())
                .doesNotContain("13800001234");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(letter))
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.toString()).doesNotContain("13800001234")));
    }

    @Test
    void emptyAndEndlessMessagesAreRefused() throws Exception {
        var owner = Callers.owner(appliedMerchant());
        refused(tell(MINE, owner, text(" ")), 400, "invalid-parameter");
        refused(tell(MINE, owner, text("长".repeat(1_001))), 400, "invalid-parameter");
        refused(ask(MINE + "?size=101", owner), 400, "invalid-parameter");
        refused(ask(MINE + "?after=%21", owner), 400, "invalid-parameter");
    }

    private static Map<String, String> text(String text) {
        return Map.of("text", text);
    }
}
