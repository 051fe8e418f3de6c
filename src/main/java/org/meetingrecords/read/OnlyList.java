package org.meetingrecords.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the selection of a node the one list that can be joined to it. A second list, or
 * anything else that is put together as JSON, would be put together for each entry of the first.
 */
final class OnlyList {
  private final Model model;

  OnlyList(Model model) {
    this.model = model;
  }

  /** Whether its entries can be joined to their parent, and told from one another. */
  static boolean isOfRows(Model model, Property.Many list) {
    return list.relation().isOfOneTable() && model.type(list.type()).letters() != null;
  }

  /**
   * @param selected what is selected of a node
   * @return the response key of the list, which hangs on the node itself; null where there is none
   *     or anything besides
   */
  @Nullable String key(TypeModel type, List<Selection> selected) {
    List<Selection> notFlat = selected.stream().filter(field -> !isFlat(type, field)).toList();
    if (notFlat.size() != 1) {
      return null;
    }
    Selection field = notFlat.getFirst();
    return type.property(field.name()) instanceof Property.Many list
            && isOfRows(model, list)
            && isFlat(list.type(), field)
        ? field.key()
        : null;
  }

  private boolean isFlat(String type, Selection object) {
    TypeModel model = this.model.type(type);
    return object.on(type).stream().allMatch(field -> isFlat(model, field));
  }

  /** Whether it and everything below it are single values. */
  private boolean isFlat(TypeModel type, Selection field) {
    if (field.isTypename()) {
      return true;
    }
    return switch (type.property(field.name())) {
      case Property.Identity _, Property.Span _ -> true;
      case Property.Column(var _, Scalar scalar) -> !scalar.list();
      case Property.Value(var _, Scalar scalar, var _) -> !scalar.list();
      case Property.One(String target, var _, var _) -> isFlat(target, field);
      case Property.Any _, Property.Many _, Property.Page _ -> false;
    };
  }
}
