package org.meetingrecords.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The files that the pages load. Each has a path that holds the hash of its content, so a browser
 * may keep it for good, and only these are served: the jars that GraphiQL comes in hold much more.
 */
@Controller
class Assets {

  private record Asset(Resource content, MediaType type, String hash) {}

  private final Map<String, Asset> byName = new LinkedHashMap<>();

  Assets(ResourcePatternResolver resources) throws IOException {
    for (Resource own : resources.getResources("classpath:web/assets/*")) {
      add(own);
    }
    String graphiql = "_static/graphiql/" + version(resources, "org.mvnpm", "graphiql");
    add(fromJar(resources, graphiql + "/graphiql.min.css"));
    add(fromJar(resources, graphiql + "/graphiql.min.js"));
    for (String part : List.of("react", "react-dom")) {
      String folder = "webjars/%s/%s".formatted(part, version(resources, "org.webjars.npm", part));
      add(fromJar(resources, folder + "/umd/" + part + ".production.min.js"));
    }
  }

  private static Resource fromJar(ResourceLoader resources, String path) {
    return resources.getResource("classpath:META-INF/resources/" + path);
  }

  /** The version that the build chose, which is in the paths inside of the jar. */
  private static String version(ResourceLoader resources, String group, String artifact)
      throws IOException {
    Resource file =
        resources.getResource(
            "classpath:META-INF/maven/%s/%s/pom.properties".formatted(group, artifact));
    return PropertiesLoaderUtils.loadProperties(file).getProperty("version");
  }

  private void add(Resource content) throws IOException {
    String name = nameOf(content);
    MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.TEXT_PLAIN);
    String hash = DigestUtils.md5DigestAsHex(content.getContentAsByteArray()).substring(0, 16);
    byName.put(name, new Asset(content, new MediaType(type, StandardCharsets.UTF_8), hash));
  }

  private static String nameOf(Resource content) {
    String name = content.getFilename();
    if (name == null) {
      throw new IllegalStateException("A file without a name: " + content);
    }
    return name;
  }

  /**
   * The path of a file, relative to the pages, so that they also work behind a proxy under a longer
   * path.
   */
  String path(String name) {
    return "assets/" + asset(name).hash() + "/" + name;
  }

  private Asset asset(String name) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("No file " + name + " among " + byName.keySet());
    }
    return asset;
  }

  @GetMapping("/assets/{hash}/{name}")
  ResponseEntity<Resource> serve(@PathVariable String hash, @PathVariable String name) {
    @Nullable Asset asset = byName.get(name);
    if (asset == null || !asset.hash().equals(hash)) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(asset.type())
        .eTag(asset.hash())
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .header("Content-Disposition", "inline")
        .header("X-Content-Type-Options", "nosniff")
        .body(asset.content());
  }
}
