package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects what features declare; see {@link Declaration} for what needs no declaring. */
public final class Types {
  private final Map<String, TypeDeclaration> declared = new LinkedHashMap<>();
  private final Set<String> shapes = new HashSet<>();
  private final Map<String, List<Consumer<TypeDeclaration>>> shared = new LinkedHashMap<>();

  /** A citable thing, one of {@code RecordType}. */
  public TypeDeclaration record(String type, String letters) {
    return declare(type).identifiedBy(letters).asRecord();
  }

  /**
   * A thing with an id of its own that is no record. Ids are these letters and the row's number.
   */
  public TypeDeclaration node(String type, String letters) {
    return declare(type).identifiedBy(letters);
  }

  /**
   * Rows without identity, such as names: each relation that leads to them says from which table.
   */
  public TypeDeclaration value(String type) {
    return declare(type);
  }

  /** A shape of answers that is written by the reader itself, such as a row of statistics. */
  public void shape(String type) {
    shapes.add(type);
  }

  /** Fields that a feature adds to another feature's type. */
  public TypeDeclaration extend(String type) {
    return declared.computeIfAbsent(type, TypeDeclaration::new);
  }

  /** What holds of every type that implements an interface; applied when all types are declared. */
  public void every(String interfaceName, Consumer<TypeDeclaration> declaration) {
    shared.computeIfAbsent(interfaceName, name -> new ArrayList<>()).add(declaration);
  }

  private TypeDeclaration declare(String type) {
    TypeDeclaration declaration = extend(type);
    if (declaration.isDeclared()) {
      throw new IllegalStateException("type " + type + " is declared twice");
    }
    return declaration.declared();
  }

  boolean isShape(String type) {
    return shapes.contains(type);
  }

  Map<String, TypeDeclaration> declared() {
    return declared;
  }

  void applyShared(String interfaceName, TypeDeclaration declaration) {
    shared.getOrDefault(interfaceName, List.of()).forEach(each -> each.accept(declaration));
  }
}
