package org.meetingrecords.record;

import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.stereotype.Component;

/** A link is a column that ends in _id, here as in the schema of the database. */
@Component
class Naming implements NamingStrategy {

  @Override
  public String getColumnName(RelationalPersistentProperty property) {
    String name = NamingStrategy.super.getColumnName(property);
    return AggregateReference.class.isAssignableFrom(property.getType()) ? name + "_id" : name;
  }

  @Override
  public String getReverseColumnName(RelationalPersistentEntity<?> owner) {
    return getTableName(owner.getType()) + "_id";
  }
}
