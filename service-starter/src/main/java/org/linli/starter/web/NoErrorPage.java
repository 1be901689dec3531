package org.linli.starter.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself refuses (a malformed path, say) is answered as a problem too, not as an HTML page. */
@RestController
class NoErrorPage implements ErrorController {
    private final Problems problems;

    NoErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> error(HttpServletRequest request, Locale locale) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null || status.is5xxServerError()) {
            return problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", List.of(), locale);
        }
        String name = status == HttpStatus.NOT_FOUND ? "not-found" : "invalid-request";
        return problems.answer(status, name, List.of(), locale);
    }
}
