package org.linli.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.starter.Ids;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** First in line: gives every request an id (answered, logged), bounds its body and refuses a query that is no text. */
public class EdgeFilter extends OncePerRequestFilter {
    public static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Problems problems;
    private final long maxBodyBytes;
    private final long maxUploadBytes;

    /** @param maxUploadBytes of a body of several parts, such as one with a file */
    public EdgeFilter(Problems problems, long maxBodyBytes, long maxUploadBytes) {
        this.problems = problems;
        this.maxBodyBytes = maxBodyBytes;
        this.maxUploadBytes = maxUploadBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(REQUEST_ID);
        String id = given != null && SANE.matcher(given).matches() ? given : Ids.next();
        response.setHeader(REQUEST_ID, id);
        MDC.put("requestId", id);
        String unreadable = QueryText.unreadableField(request.getQueryString());
        long limit = isUpload(request) ? maxUploadBytes : maxBodyBytes;
        try {
            if (request.getContentLengthLong() > limit) {
                problems.write(
                        request, response, ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large"));
            } else if (unreadable != null) {
                problems.write(request, response, ProblemException.invalidParameter(unreadable, "not UTF-8"));
            } else {
                chain.doFilter(new BoundedRequest(request, limit), response);
            }
        } finally {
            MDC.remove("requestId");
        }
    }

    /** Read by the container itself, which bounds it once more. */
    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static final class BoundedRequest extends HttpServletRequestWrapper {
        private final long limit;

        BoundedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        BoundedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws BodyTooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
