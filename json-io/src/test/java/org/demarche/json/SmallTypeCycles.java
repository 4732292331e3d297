package org.demarche.json;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A condition on packages: no more than a few of their types depend on one another in a cycle.
 * Types are top-level types. Nested types count as part of the type that encloses them, generated
 * types as part of the type from which they are generated, and permitted subtypes as part of their
 * sealed type.
 */
final class SmallTypeCycles extends ArchCondition<JavaClass> {
  private static final String GENERATED = "Immutable";

  private final int most;
  private final Map<String, JavaClass> byName = new HashMap<>();
  private final List<JavaClass> checked = new ArrayList<>();

  private SmallTypeCycles(int most) {
    super("have no dependency cycle of more than %d types inside a package", most);
    this.most = most;
  }

  /** Returns the condition for cycles of at most the given number of types. */
  static SmallTypeCycles ofAtMost(int types) {
    return new SmallTypeCycles(types);
  }

  @Override
  public void init(Collection<JavaClass> classes) {
    byName.clear();
    checked.clear();
    classes.forEach(type -> byName.put(type.getName(), type));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    checked.add(type);
  }

  @Override
  public void finish(ConditionEvents events) {
    for (List<String> cycle : components(graph())) {
      if (cycle.size() > most) {
        events.add(
            SimpleConditionEvent.violated(
                cycle, cycle.size() + " types form a cycle: " + String.join(", ", cycle)));
      }
    }
  }

  /** Returns the types on which each type depends in its own package. */
  private Map<String, Set<String>> graph() {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (JavaClass type : checked) {
      Set<String> targets = graph.computeIfAbsent(owner(type), name -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().equals(type.getPackageName())
            && byName.containsKey(target.getName())) {
          targets.add(owner(target));
        }
      }
    }
    graph.forEach((name, targets) -> targets.remove(name));
    return graph;
  }

  /** Returns the name of the type of which a type is part. */
  private String owner(JavaClass type) {
    JavaClass outer = source(type);
    while (outer.getEnclosingClass().isPresent()) {
      outer = source(outer.getEnclosingClass().get());
    }
    return sealed(outer).getName();
  }

  /** Returns the supertype from which a type is generated, or the type itself. */
  private static JavaClass source(JavaClass type) {
    return supertypes(type).stream()
        .filter(source -> type.getSimpleName().equals(GENERATED + source.getSimpleName()))
        .findFirst()
        .orElse(type);
  }

  private static List<JavaClass> supertypes(JavaClass type) {
    List<JavaClass> supertypes = new ArrayList<>(type.getRawInterfaces());
    type.getRawSuperclass().ifPresent(supertypes::add);
    return supertypes;
  }

  /** Returns the uppermost sealed type of the package that permits a type, or the type itself. */
  private JavaClass sealed(JavaClass type) {
    for (JavaClass supertype : supertypes(type)) {
      if (supertype.getPackageName().equals(type.getPackageName())
          && byName.containsKey(supertype.getName())
          && supertype.reflect().isSealed()) {
        return sealed(supertype);
      }
    }
    return type;
  }

  /** Returns the strongly connected components of a graph (R. Tarjan, 1972). */
  static List<List<String>> components(Map<String, Set<String>> graph) {
    Components components = new Components(graph);
    graph.keySet().forEach(components::visit);
    return components.found;
  }

  private static final class Components {
    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> order = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    Components(Map<String, Set<String>> graph) {
      this.graph = graph;
    }

    /** Visits a type unless it was visited, and returns the lowest number that it reaches. */
    private int visit(String type) {
      Integer before = order.get(type);
      if (before != null) {
        return onStack.contains(type) ? before : Integer.MAX_VALUE;
      }
      int number = order.size();
      order.put(type, number);
      stack.push(type);
      onStack.add(type);
      int low = number;
      for (String target : graph.getOrDefault(type, Set.of())) {
        low = Math.min(low, visit(target));
      }
      if (low == number) {
        List<String> component = new ArrayList<>();
        String member;
        do {
          member = stack.pop();
          onStack.remove(member);
          component.add(member);
        } while (!member.equals(type));
        found.add(component);
        return Integer.MAX_VALUE;
      }
      return low;
    }
  }
}
