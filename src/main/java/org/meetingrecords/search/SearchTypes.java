package org.meetingrecords.search;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.springframework.stereotype.Component;

/** What a search answers. Which columns it looks at is declared with each type. */
@Component
class SearchTypes implements Declaration {
  @Override
  public void declare(Types types) {
    types.shape("SearchConnection");
    types.shape("SearchEdge");
  }
}
