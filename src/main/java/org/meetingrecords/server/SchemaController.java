package org.meetingrecords.server;

import java.nio.charset.StandardCharsets;
import org.meetingrecords.sdl.WholeSchema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schema as text, for people and code generators. */
@RestController
class SchemaController {
  private static final MediaType SDL = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final WholeSchema schema;

  SchemaController(WholeSchema schema) {
    this.schema = schema;
  }

  @GetMapping("/graphql/schema")
  ResponseEntity<String> schema() {
    return ResponseEntity.ok().contentType(SDL).body(schema.text());
  }
}
