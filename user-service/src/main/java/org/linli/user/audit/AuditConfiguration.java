package org.linli.user.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {
    @Bean
    ChainRows chainRows(MongoDatabaseFactory store) {
        return new ChainRows(store.getMongoDatabase());
    }

    @Bean
    AuditAnchors auditAnchors(MongoDatabaseFactory store) {
        return new AuditAnchors(store.getMongoDatabase());
    }

    @Bean
    AuditChain auditChain(ChainRows rows) {
        return new AuditChain(rows);
    }

    @Bean
    ChainVerifier chainVerifier(ChainRows rows, AuditAnchors anchors) {
        return new ChainVerifier(rows, anchors);
    }
}
