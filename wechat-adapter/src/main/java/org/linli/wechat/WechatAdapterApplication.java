package org.linli.wechat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class WechatAdapterApplication {
    public static void main(String[] args) {
        SpringApplication.run(WechatAdapterApplication.class, args);
    }
}
