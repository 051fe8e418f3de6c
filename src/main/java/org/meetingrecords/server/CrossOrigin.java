package org.meetingrecords.server;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of other origins read, as {@code spring.graphql.cors} says. As a filter before all
 * that may refuse a request, so that a page is also told why it was refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphQlCorsProperties.class)
class CrossOrigin {

  @Bean
  FilterRegistrationBean<CorsFilter> crossOriginRequests(GraphQlCorsProperties properties) {
    var source = new UrlBasedCorsConfigurationSource();
    CorsConfiguration allowed = properties.toCorsConfiguration();
    if (allowed != null) {
      source.registerCorsConfiguration("/graphql", allowed);
      source.registerCorsConfiguration("/graphql/schema", allowed);
      source.registerCorsConfiguration("/export", withNameAndTag(allowed));
    }
    var filter = new FilterRegistrationBean<>(new CorsFilter(source));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return filter;
  }

  /** A page that fetches a file wants to know how it is called, and whether it has changed. */
  private static CorsConfiguration withNameAndTag(CorsConfiguration allowed) {
    var files = new CorsConfiguration(allowed);
    files.addExposedHeader(HttpHeaders.CONTENT_DISPOSITION);
    files.addExposedHeader(HttpHeaders.ETAG);
    return files;
  }
}
