package org.linli.gateway.edge;

import org.linli.gateway.problem.Problems;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    NettyServerCustomizer bareConnections(Problems problems, EdgeSettings settings) {
        return server -> server.doOnChannelInit((observer, channel, address) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "linli.arrivingRequests", new ArrivingRequests(settings))
                        .addAfter(
                                NettyPipeline.HttpCodec, "linli.unreadableRequests", new UnreadableRequests(problems));
            }
        });
    }
}
