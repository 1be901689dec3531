package org.linli.merchant;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.linli.localstack.shots.Shots;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends pictures, and tells what is on the broker about whom. */
public abstract class DossierTest extends AuditedHttpTest {
    protected static final String MERCHANTS = "/api/v1/merchants";
    protected static final String ADMIN = "/api/v1/admin/merchants/";
    protected static final Map<String, String> REASON = Map.of("reason", "理由充分");

    protected ResultActions send(String path, RequestPostProcessor caller, byte[] content) throws Exception {
        return mvc.perform(multipart(path)
                .file(new MockMultipartFile("file", "shot.exe", "application/octet-stream", content))
                .with(caller));
    }

    protected String sent(String path, RequestPostProcessor caller) throws Exception {
        ResultActions answer = send(path, caller, Shots.jpeg(400, 300));
        answer.andExpect(status().isCreated());
        return body(answer).path("id").asString();
    }

    protected ResultActions drop(String path, RequestPostProcessor caller) throws Exception {
        return mvc.perform(delete(path).with(caller));
    }

    protected ResultActions write(String path, RequestPostProcessor caller, Object body) throws Exception {
        return mvc.perform(
                put(path).with(caller).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    protected ResultActions decide(String id, String decision, Object body) throws Exception {
        return tell(ADMIN + id + "/" + decision, Callers.staff(BRANCH_HEAD, "/hq/"), body);
    }
}
