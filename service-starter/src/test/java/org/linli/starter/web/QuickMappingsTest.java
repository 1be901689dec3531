package org.linli.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is left out at a glance would not have been found by the framework either, and nothing else is. */
class QuickMappingsTest {
    private static final String[] PATTERNS = {
        "/a", "/a/{id}", "/a/{id}/b", "/a/{id}/{part}", "/a/mine", "/v{n}/a", "/files/**", "/x/{id:[0-9]+}", "/d.yaml"
    };

    void endpoint() {}

    @ParameterizedTest
    @CsvSource({
        "/a",
        "/a/",
        "/a/1",
        "/a/mine",
        "/a/1/b",
        "/a/1/c",
        "/a//b",
        "/a/%20/b",
        "/a/1;v=2/b",
        "/a/%6Dine",
        "/A/1",
        "/v2/a",
        "/files",
        "/files/1/2/3",
        "/x/12",
        "/x/y",
        "/d.yaml",
        "/d.yml",
        "/",
        "/b",
        "/a/1/b/2"
    })
    void finds_what_the_framework_finds(String path) throws Exception {
        assertThat(found(new QuickMappings(), path)).isEqualTo(found(new RequestMappingHandlerMapping(), path));
    }

    private String found(RequestMappingHandlerMapping mapping, String path) throws Exception {
        mapping.setApplicationContext(new StaticWebApplicationContext());
        mapping.afterPropertiesSet();
        RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        for (String pattern : PATTERNS) {
            RequestMappingInfo info = RequestMappingInfo.paths(pattern)
                    .methods(RequestMethod.GET)
                    .options(options)
                    .build();
            mapping.registerMapping(info, this, QuickMappingsTest.class.getDeclaredMethod("endpoint"));
        }
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain = mapping.getHandler(request);
        return chain == null
                ? "nothing"
                : String.valueOf(
                        request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"));
    }
}
