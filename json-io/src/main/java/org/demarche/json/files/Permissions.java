package org.demarche.json.files;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The permissions of files, where the system has those of POSIX. */
public final class Permissions {
  private static final ImmutableSet<PosixFilePermission> OF_GROUP =
      Sets.immutableEnumSet(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private Permissions() {}

  /**
   * Gives a file the permissions and the group of another, if that exists. If the group cannot be
   * set, no group may read or write the file.
   */
  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.exists(from)) {
      return;
    }
    PosixFileAttributes kept = Files.readAttributes(from, PosixFileAttributes.class);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(kept.permissions());
    if (!view.readAttributes().group().equals(kept.group())) {
      try {
        view.setGroup(kept.group());
      } catch (IOException notOfThisGroup) {
        permissions.removeAll(OF_GROUP);
      }
    }
    view.setPermissions(permissions);
  }

  /** Returns whether a file gives any permission that another does not give. */
  public static boolean isWider(Path file, Path other) throws IOException {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null
        && !Files.getPosixFilePermissions(other).containsAll(Files.getPosixFilePermissions(file));
  }
}
