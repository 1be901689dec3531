package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sits before the command handler of one connection: lets reads through, and holds the answer to everything else back
 * until it is stored. Answers are produced on the thread that delivers the request, so no lock is needed here.
 */
final class DurableReplies extends ChannelDuplexHandler {

    /** Commands that change nothing. What is not listed is treated as a write: at worst one commit too many. */
    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getmore",
            "getparameter",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    private final GroupCommit groupCommit;
    private boolean holding;
    private @Nullable Runnable held;

    DurableReplies(GroupCommit groupCommit) {
        this.groupCommit = groupCommit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object request) {
        if (!(request instanceof MongoMessage message) || isRead(message)) {
            groupCommit.read(() -> context.fireChannelRead(request));
            return;
        }
        holding = true;
        try {
            groupCommit.change(() -> context.fireChannelRead(request));
        } finally {
            holding = false;
        }
        Runnable answer = held;
        held = null;
        if (answer != null) {
            groupCommit.acknowledgeWhenStored(answer);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object answer, ChannelPromise promise) {
        if (holding) {
            held = () -> context.writeAndFlush(answer, promise);
        } else {
            context.write(answer, promise);
        }
    }

    private static boolean isRead(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (!READS.contains(command)) {
            return false;
        }
        return !(message.getDocument().get("pipeline") instanceof List<?> stages)
                || stages.stream().noneMatch(DurableReplies::writes);
    }

    private static boolean writes(Object stage) {
        return stage instanceof Map<?, ?> named && named.keySet().stream().anyMatch(WRITING_STAGES::contains);
    }
}
