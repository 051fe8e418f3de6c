package org.meetingrecords.limits;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the operations of a document are once each use of a fragment is written out. A fragment
 * is measured once, so the work is linear in the document; it needs no schema, so it comes before
 * validation, which is not linear.
 */
public final class DocumentSize {

  /** What is selected somewhere. Fields side by side, and all those below. */
  private record Size(long width, long depth, long fields, long aliases, long directives) {
    static final Size NOTHING = new Size(0, 0, 0, 0, 0);

    Size and(Size other) {
      return new Size(
          Count.plus(width, other.width),
          Math.max(depth, other.depth),
          Count.plus(fields, other.fields),
          Count.plus(aliases, other.aliases),
          Count.plus(directives, other.directives));
    }

    /** A field with this below it. */
    Size under(boolean aliased) {
      return new Size(
          1,
          Count.plus(depth, 1),
          Count.plus(fields, 1),
          Count.plus(aliases, aliased ? 1 : 0),
          directives);
    }

    Size with(DirectivesContainer<?> directed) {
      int more = directed.getDirectives().size();
      return more == 0
          ? this
          : new Size(width, depth, fields, aliases, Count.plus(directives, more));
    }
  }

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Size> measured = new HashMap<>();

  private DocumentSize(Document document) {
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.put(fragment.getName(), fragment);
    }
  }

  /**
   * Refuses a document of which an operation is larger than the limits.
   *
   * @throws TooComplex names the first limit that it breaks
   */
  public static void check(Document document, Limits limits) {
    var size = new DocumentSize(document);
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      Size found = size.of(operation.getSelectionSet()).with(operation);
      for (var variable : operation.getVariableDefinitions()) {
        found = found.with(variable);
      }
      TooComplex.refuseAbove(limits.rootFields(), found.width(), "root fields");
      TooComplex.refuseAbove(limits.depth(), found.depth(), "levels of fields");
      TooComplex.refuseAbove(limits.aliases(), found.aliases(), "aliases");
      TooComplex.refuseAbove(limits.directives(), found.directives(), "directives");
      TooComplex.refuseAbove(limits.fields(), found.fields(), "fields");
    }
  }

  private Size of(@Nullable SelectionSet set) {
    if (set == null) {
      return Size.NOTHING;
    }
    Size all = Size.NOTHING;
    for (Selection<?> selection : set.getSelections()) {
      all =
          all.and(
              switch (selection) {
                case Field field ->
                    of(field.getSelectionSet()).under(field.getAlias() != null).with(field);
                case InlineFragment inline -> of(inline.getSelectionSet()).with(inline);
                case FragmentSpread spread -> fragment(spread.getName()).with(spread);
                default -> Size.NOTHING;
              });
    }
    return all;
  }

  /** One that is unknown or uses itself is found by validation; here it ends. */
  private Size fragment(String name) {
    Size known = measured.get(name);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    if (fragment == null) {
      return Size.NOTHING;
    }
    measured.put(name, Size.NOTHING);
    Size size = of(fragment.getSelectionSet()).with(fragment);
    measured.put(name, size);
    return size;
  }
}
