package org.demarche;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The settings with which Immutables generates the values of this package and its subpackages.
 *
 * <p>Kept in the source only: if it were in the class files, compilers of client code would warn
 * that Immutables is missing.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    get = {"is*", "has*"},
    with = "replace*",
    defaults = @Value.Immutable(builder = false),
    allowedClasspathAnnotations = {org.immutables.value.Generated.class})
@interface ImmutablesStyle {}
