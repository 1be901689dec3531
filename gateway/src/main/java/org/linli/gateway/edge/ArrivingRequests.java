package org.linli.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id and takes away the headers by which a client could pose as a proxy. On the bare connection,
 * where headers can be changed; behind it every change is a copy of all of them.
 */
class ArrivingRequests extends ChannelInboundHandlerAdapter {
    static final String REQUEST_ID = "X-Request-Id";
    static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final List<String> FORGEABLE = List.of(
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-Ip",
            "X-Original-Url",
            "X-Rewrite-Url",
            "X-Http-Method-Override");

    private final EdgeSettings settings;

    ArrivingRequests(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            HttpHeaders headers = request.headers();
            headers.set(REQUEST_ID, idOf(headers.get(REQUEST_ID)));
            FORGEABLE.forEach(headers::remove);
            keepOnlyWhatATrustedProxySays(headers, context);
        }
        context.fireChannelRead(message);
    }

    /** The address it reports last is the only one in the list that the client cannot have written itself. */
    private void keepOnlyWhatATrustedProxySays(HttpHeaders headers, ChannelHandlerContext context) {
        List<String> reported = headers.getAll(FORWARDED_FOR);
        if (reported.isEmpty()) {
            return;
        }
        headers.remove(FORWARDED_FOR);
        String list = reported.get(reported.size() - 1);
        String last = list.substring(list.lastIndexOf(',') + 1).trim();
        if (!last.isEmpty()
                && context.channel().remoteAddress() instanceof InetSocketAddress remote
                && settings.trusts(remote.getHostString())) {
            headers.set(FORWARDED_FOR, last);
        }
    }

    private static String idOf(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
