package org.linli.merchant.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Drafts of applications (rule M-1). */
class DraftHttpTest extends DossierTest {
    private static final String DRAFT = "/api/v1/merchants/draft";
    private final String person = Ids.next();
    private final RequestPostProcessor applicant = Callers.applicant(person);

    @Autowired
    MongoTemplate template;

    @Test
    void aDraftIsSavedResumedAndSavedOverAsOftenAsOneLikes() throws Exception {
        refused(ask(DRAFT, applicant), 404, "not-found");
        write(DRAFT, applicant, Map.of("name", "面馆"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form.name").value("面馆"));
        write(DRAFT, applicant, Map.of("name", "老街面馆", "category", "餐饮"))
                .andExpect(jsonPath("$.dossier.missingPapers").value(contains("business-licence", "food-permit")));
        ask(DRAFT, applicant)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form.name").value("老街面馆"));
        refused(ask(DRAFT, Callers.applicant(Ids.next())), 404, "not-found");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOtherUnseen() throws Exception {
        String tag = write(DRAFT, applicant, Map.of("name", "一"))
                .andExpect(header().exists("ETag"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        save(tag, "二").andExpect(status().isOk());
        refused(save(tag, "三"), 412, "stale-version");
        refused(save("nonsense", "四"), 412, "stale-version");
    }

    @Test
    void nothingPersonalIsStoredInTheClear() throws Exception {
        write(DRAFT, applicant, Map.of("contactName", "王小明", "contactPhone", "13800001234"));
        assertThat(template.findById(person, Document.class, "merchant_drafts").toJson())
                .doesNotContain("王小明", "13800001234");
    }

    @Test
    void anIncompleteOneNamesEveryFieldAndPaperThatIsMissing() throws Exception {
        write(DRAFT, applicant, Map.of("name", "老街面馆", "category", "餐饮", "licenceNumber", "91350100M000100Y44"));
        sent(DRAFT + "/papers/business-licence", applicant);
        ResultActions refused = tell(DRAFT + "/submission", applicant, null);
        refused(refused, 422, "application-incomplete");
        for (String field :
                new String[] {"licenceNumber", "contactName", "contactPhone", "address", "point", "papers.food-permit"
                }) {
            refused.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
        }
        refused.andExpect(jsonPath("$.errors.length()").value(6));
        refused.andExpect(jsonPath("$.errors[5].detail").value("食品经营许可证"));
    }

    @Test
    void aCompleteOneBecomesAnApplicationWithItsPicturesAndIsGone() throws Exception {
        String photo = complete();
        ResultActions received = tell(DRAFT + "/submission", applicant, null);
        received.andExpect(status().isCreated()).andExpect(jsonPath("$.status").value("APPLIED"));
        String id = body(received).path("id").asString();
        ask(ADMIN + id + "/dossier", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.photos[0].id").value(photo))
                .andExpect(jsonPath("$.papers.length()").value(2))
                .andExpect(jsonPath("$.missingPapers").isEmpty());
        refused(ask(DRAFT, applicant), 404, "not-found");
        refused(tell(DRAFT + "/submission", applicant, null), 404, "not-found");
    }

    @Test
    void handedInAgainAfterACrashItBecomesTheSameMerchant() throws Exception {
        complete();
        Document draft = template.findById(person, Document.class, "merchant_drafts");
        String id =
                body(tell(DRAFT + "/submission", applicant, null)).path("id").asString();
        template.insert(draft.append("handingIn", true), "merchant_drafts");
        ResultActions again = tell(DRAFT + "/submission", applicant, null);
        again.andExpect(status().isCreated()).andExpect(jsonPath("$.id").value(id));
    }

    @Test
    void aCrashInBetweenDoesNotCostTheMerchantItsPictures() throws Exception {
        String photo = complete();
        Document draft = template.findById(person, Document.class, "merchant_drafts");
        String id =
                body(tell(DRAFT + "/submission", applicant, null)).path("id").asString();
        template.insert(draft.append("handingIn", true), "merchant_drafts");
        drop(DRAFT, applicant).andExpect(status().isNoContent());
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> ask(ADMIN + id + "/pictures/" + photo, Callers.staff(BRANCH_HEAD, "/hq/"))
                        .andExpect(status().isOk()));
    }

    @Test
    void aDiscardedOneIsGoneWithItsPictures() throws Exception {
        write(DRAFT, applicant, Map.of("name", "面馆"));
        String photo = sent(DRAFT + "/photos", applicant);
        drop(DRAFT, applicant).andExpect(status().isNoContent());
        refused(drop(DRAFT, applicant), 404, "not-found");
        refused(ask(DRAFT + "/pictures/" + photo, applicant), 404, "not-found");
        awaitGone(photo);
    }

    @Test
    void aDraftNobodyComesBackToIsLetGo() throws Exception {
        write(DRAFT, applicant, Map.of("name", "面馆"));
        String photo = sent(DRAFT + "/photos", applicant);
        clock.skip(Duration.ofDays(91));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> refused(ask(DRAFT, applicant), 404, "not-found"));
        awaitGone(photo);
    }

    @Test
    void aPictureIsShownToItsOwnerOnlyAndCanBeTakenOut() throws Exception {
        String photo = sent(DRAFT + "/photos", applicant);
        ask(DRAFT + "/pictures/" + photo, applicant)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"));
        refused(ask(DRAFT + "/pictures/" + photo, Callers.applicant(Ids.next())), 404, "not-found");
        drop(DRAFT + "/pictures/" + photo, applicant).andExpect(status().isNoContent());
        refused(drop(DRAFT + "/pictures/" + photo, applicant), 404, "not-found");
        awaitGone(photo);
    }

    @Test
    void badInputIsNamed() throws Exception {
        refused(write(DRAFT, applicant, Map.of("category", "火箭")), 400, "invalid-parameter");
        refused(write(DRAFT, applicant, Map.of("name", "长".repeat(61))), 400, "invalid-parameter");
        refused(send(DRAFT + "/papers/passport", applicant, new byte[1]), 400, "invalid-parameter");
        refused(send(DRAFT + "/photos", applicant, "no picture".getBytes()), 422, "not-a-picture");
        refused(tell(DRAFT + "/photos", applicant, null), 400, "invalid-parameter");
    }

    private void awaitGone(String picture) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(template.findById(picture, Document.class, "pictures"))
                        .isNull());
    }

    /** @return its photo */
    private String complete() throws Exception {
        write(DRAFT, applicant, application()).andExpect(status().isOk());
        sent(DRAFT + "/papers/business-licence", applicant);
        sent(DRAFT + "/papers/food-permit", applicant);
        return sent(DRAFT + "/photos", applicant);
    }

    private ResultActions save(String tag, String name) throws Exception {
        return mvc.perform(put(DRAFT)
                .with(applicant)
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("name", name))));
    }
}
