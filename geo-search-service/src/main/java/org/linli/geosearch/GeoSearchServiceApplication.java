package org.linli.geosearch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

@SpringBootApplication
@EnableFeignClients
public class GeoSearchServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(GeoSearchServiceApplication.class, args);
    }
}
