package org.meetingrecords.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What a newcomer asks first: queries to the sample records, in the order of their file names. */
@Component
class Questions {

  /**
   * @param title the question in words, which is the first line of the file, a comment
   * @param query the whole file, comments included
   */
  record Question(String title, String query) {}

  private final List<Question> questions = new ArrayList<>();

  Questions(ResourcePatternResolver resources) throws IOException {
    Resource[] files = resources.getResources("classpath:web/questions/*.graphql");
    Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    for (Resource file : files) {
      String query = file.getContentAsString(StandardCharsets.UTF_8).strip();
      String title = query.lines().findFirst().orElseThrow().replaceFirst("^# *", "");
      questions.add(new Question(title, query));
    }
  }

  List<Question> all() {
    return List.copyOf(questions);
  }
}
