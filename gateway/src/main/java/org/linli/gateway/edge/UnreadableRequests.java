package org.linli.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.Problems;
import org.springframework.http.MediaType;

/**
 * Answers what no filter ever sees, because the server would drop it with an empty answer: broken request lines,
 * addresses that are no URI or no UTF-8, headers beyond the limit. The connection is closed afterwards.
 */
class UnreadableRequests extends ChannelInboundHandlerAdapter {
    private final Problems problems;
    private boolean refused;

    UnreadableRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            Throwable broken = request.decoderResult().cause();
            if (broken != null) {
                boolean tooLong =
                        broken instanceof TooLongHttpHeaderException || broken instanceof TooLongHttpLineException;
                refuse(context, request, tooLong ? Problem.HEADERS_TOO_LARGE : Problem.INVALID_REQUEST);
                return;
            }
            request.setUri(Addresses.asciiOf(request.uri()));
            if (!Addresses.isReadable(request.uri())) {
                refuse(context, request, Problem.INVALID_ADDRESS);
                return;
            }
        }
        context.fireChannelRead(message);
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request, Problem problem) {
        refused = true;
        byte[] body = problems.body(problem, request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
        ReferenceCountUtil.release(request);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.status().value()),
                Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, "close");
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
