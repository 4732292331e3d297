package org.demarche;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables generates our values, here and in every package below.
 *
 * <p>Kept in the source only: in a class file, those who compile against us would be warned that
 * Immutables is missing.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    get = {"is*", "has*"},
    defaults = @Value.Immutable(copy = false),
    allowedClasspathAnnotations = {org.immutables.value.Generated.class})
@interface ImmutablesStyle {}
