package org.thalweg.params;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a record's one reference that its {@code "type"} and parameters stand in the record's own
 * object, beside the other components, as a method's stand beside its {@code "id"}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Beside {}
