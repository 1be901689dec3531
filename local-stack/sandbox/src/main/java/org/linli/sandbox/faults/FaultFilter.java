package org.linli.sandbox.faults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.linli.sandbox.faults.Fault.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
class FaultFilter extends OncePerRequestFilter {
    private final Faults faults;

    FaultFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Target target = targetOf(request.getRequestURI());
        Fault fault = target == null ? null : faults.next(target);
        if (fault == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (fault.kind()) {
            case DELAY -> {
                pause(fault);
                chain.doFilter(request, response);
            }
            case ERROR -> answerError(fault, response);
            case DROP -> DroppedConnections.drop(request);
        }
    }

    private static @Nullable Target targetOf(String path) {
        if (path.startsWith("/wechat/")) {
            return Target.WECHAT;
        }
        if (path.startsWith("/sms/")) {
            return Target.SMS;
        }
        if (path.startsWith("/kms/")) {
            return Target.KMS;
        }
        if (path.startsWith("/corebank/")) {
            return Target.COREBANK;
        }
        if (path.startsWith("/signing/")) {
            return Target.SIGNING;
        }
        if (path.startsWith("/bureau/")) {
            return Target.BUREAU;
        }
        return path.startsWith("/bank/") ? Target.BANK : null;
    }

    private static void pause(Fault fault) {
        try {
            Thread.sleep(fault.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answerError(Fault fault, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Integer status = fault.status();
        if (status == null && fault.target() == Target.WECHAT) {
            response.getWriter().write("{\"errcode\":-1,\"errmsg\":\"system busy\"}");
            return;
        }
        response.setStatus(status == null ? 500 : status);
        if (response.getStatus() == 429 || response.getStatus() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.getWriter().write("{\"error\":\"fault on demand\"}");
    }
}
