package org.demarche.json;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import com.google.common.reflect.Reflection;
import com.google.common.reflect.TypeToken;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The public API of a module: the public types of its exported packages, with the public and
 * protected members of each. Types are written without their packages.
 */
final class PublicApi {
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])");

  private final ImmutableList<Class<?>> types;

  /** Reads the module that contains a class. */
  PublicApi(Class<?> anyClass) throws IOException, URISyntaxException {
    URL location = anyClass.getProtectionDomain().getCodeSource().getLocation();
    ModuleReference module = ModuleFinder.of(Path.of(location.toURI())).findAll().iterator().next();
    Set<String> exported =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(toSet());
    try (ModuleReader reader = module.open();
        Stream<String> files = reader.list()) {
      types =
          files
              .filter(file -> file.endsWith(".class"))
              .map(file -> file.replace(".class", "").replace('/', '.'))
              .filter(name -> exported.contains(Reflection.getPackageName(name)))
              .<Class<?>>map(PublicApi::type)
              .filter(PublicApi::isVisible)
              .sorted(Comparator.comparing(Class::getName))
              .collect(ImmutableList.toImmutableList());
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new AssertionError(absent);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.isSynthetic()
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Returns the public types, nested ones included, in the order of their names. */
  ImmutableList<Class<?>> types() {
    return types;
  }

  /** Returns one line per type, followed by one indented line per member. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Class<?> type : types) {
      text.append(declaration(type)).append('\n');
      members(type).forEach(member -> text.append("  ").append(member).append('\n'));
    }
    return text.toString();
  }

  // Types

  private static String declaration(Class<?> type) {
    return modifiers(type.getModifiers() & ~(type.isInterface() ? Modifier.ABSTRACT : 0), type)
        + kind(type)
        + type.getName().replace('$', '.')
        + typeParameters(type)
        + list(" extends ", visible(superclass(type)))
        + list(
            type.isInterface() ? " extends " : " implements ",
            Arrays.stream(type.getGenericInterfaces()).flatMap(PublicApi::visible));
  }

  private static String modifiers(int modifiers, Class<?> type) {
    boolean implied = type.isEnum() || type.isRecord();
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isAbstract(modifiers) && !implied ? "abstract " : "")
        + (type.isSealed() && !implied ? "sealed " : "")
        + (Modifier.isFinal(modifiers) && !implied ? "final " : "");
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface ";
    }
    if (type.isEnum()) {
      return "enum ";
    }
    if (type.isRecord()) {
      return "record ";
    }
    return type.isInterface() ? "interface " : "class ";
  }

  private static Stream<Type> superclass(Class<?> type) {
    return type.isEnum() || type.isRecord() || type.isInterface()
        ? Stream.empty()
        : Stream.of(type.getGenericSuperclass()).filter(parent -> parent != Object.class);
  }

  private static Stream<Type> visible(Stream<Type> types) {
    return types.flatMap(PublicApi::visible);
  }

  /** Returns a supertype, or in place of one that is not public its own public supertypes. */
  private static Stream<Type> visible(Type supertype) {
    Class<?> type = raw(supertype);
    return isVisible(type)
        ? Stream.of(supertype)
        : Streams.concat(
            visible(superclass(type)),
            Arrays.stream(type.getGenericInterfaces()).flatMap(PublicApi::visible));
  }

  private static Class<?> raw(Type type) {
    return type instanceof Class<?> raw ? raw : (Class<?>) ((ParameterizedType) type).getRawType();
  }

  // Members

  /**
   * Returns the constants of an enum in their order, then all other members in the order of their
   * names.
   */
  static List<String> members(Class<?> type) {
    ImmutableList.Builder<String> members = ImmutableList.builder();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        members.add(((Enum<?>) constant).name());
      }
    }
    SortedMap<String, String> others = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers()) && !field.isEnumConstant()) {
        others.put(field.getName(), field(field));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor.getModifiers())) {
        others.put(key(constructor, type), constructor(constructor));
      }
    }
    // The nearest declaration of a method comes first.
    methods(type).forEach(method -> others.putIfAbsent(key(method, type), method(method, type)));
    return members.addAll(others.values()).build();
  }

  private static String key(Executable member, Class<?> type) {
    return member.getName() + parameters(member, type);
  }

  private static String field(Field field) {
    return memberModifiers(field.getModifiers())
        + name(field.getGenericType())
        + " "
        + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return memberModifiers(constructor.getModifiers())
        + constructor.getDeclaringClass().getSimpleName()
        + parameters(constructor, constructor.getDeclaringClass());
  }

  /** Returns a method as a type declares or inherits it, with the type in place of a variable. */
  private static String method(Method method, Class<?> type) {
    return memberModifiers(method.getModifiers())
        + typeParameters(method)
        + (method.getTypeParameters().length == 0 ? "" : " ")
        + name(TypeToken.of(type).resolveType(method.getGenericReturnType()).getType())
        + " "
        + method.getName()
        + parameters(method, type);
  }

  /**
   * Returns the methods of a type and of those of its supertypes that are not public, without those
   * that a public supertype declares in the same way.
   */
  private static Stream<Method> methods(Class<?> type) {
    return declaringTypes(type)
        .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()))
        .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !isImplied(type, method));
  }

  /** Returns a type, followed by its supertypes that are not public, from the nearest on. */
  private static Stream<Class<?>> declaringTypes(Class<?> type) {
    return Stream.concat(
        Stream.of(type),
        supertypes(type)
            .filter(supertype -> !isVisible(supertype))
            .flatMap(PublicApi::declaringTypes));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    return Stream.concat(
        Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
  }

  private static boolean isImplied(Class<?> type, Method method) {
    boolean ofEnum =
        type.isEnum() && (method.getName().equals("values") || method.getName().equals("valueOf"));
    return ofEnum
        || isDeclared(Object.class, method)
        || supertypes(type).anyMatch(parent -> isInherited(parent, method));
  }

  private static boolean isInherited(Class<?> supertype, Method method) {
    return (isVisible(supertype) && isDeclared(supertype, method))
        || supertypes(supertype).anyMatch(parent -> isInherited(parent, method));
  }

  private static boolean isDeclared(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            declared ->
                isVisible(declared.getModifiers())
                    && declared.getName().equals(method.getName())
                    && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes())
                    && declared.getReturnType() == method.getReturnType());
  }

  private static String memberModifiers(int modifiers) {
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (Modifier.isAbstract(modifiers) ? "abstract " : "");
  }

  private static String parameters(Executable executable, Class<?> type) {
    String all =
        Arrays.stream(executable.getGenericParameterTypes())
            .map(parameter -> name(TypeToken.of(type).resolveType(parameter).getType()))
            .collect(joining(", ", "(", ")"));
    return (executable.isVarArgs() ? all.replaceFirst("\\[]\\)$", "...)") : all)
        + list(" throws ", Arrays.stream(executable.getGenericExceptionTypes()));
  }

  private static String typeParameters(GenericDeclaration declaration) {
    return Arrays.stream(declaration.getTypeParameters())
        .map(
            variable ->
                variable.getName()
                    + list(
                        " extends ",
                        Arrays.stream(variable.getBounds()).filter(b -> b != Object.class)))
        .collect(joining(", ", "<", ">"))
        .replace("<>", "");
  }

  private static String list(String keyword, Stream<Type> types) {
    String names = types.map(PublicApi::name).collect(joining(", "));
    return names.isEmpty() ? "" : keyword + names;
  }

  private static String name(Type type) {
    return PACKAGE.matcher(type.getTypeName()).replaceAll("").replace('$', '.');
  }
}
