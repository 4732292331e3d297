package org.demarche.json.files;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The permissions of files, where the system has those of POSIX. */
public final class Permissions {
  private static final ImmutableSet<PosixFilePermission> OF_GROUP =
      Sets.immutableEnumSet(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private static final ImmutableSet<PosixFilePermission> TO_WRITE =
      Sets.immutableEnumSet(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** The bits of a mode that tell the type of a file, and the type of a named pipe. */
  private static final int TYPE = 0xF000;

  private static final int PIPE = 0x1000;

  private static final FileAttribute<Set<PosixFilePermission>> OF_OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(
          Sets.immutableEnumSet(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private Permissions() {}

  /**
   * Returns the attributes with which to create a file that gets the permissions of another: until
   * then, only its owner may read it.
   */
  static FileAttribute<?>[] untilCopied(Path from) {
    return Files.exists(from) && isPosix(from)
        ? new FileAttribute<?>[] {OF_OWNER_ONLY}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }

  /**
   * Gives a file the group and the permissions of another, if that exists, and its owner, if the
   * system allows that. If the group cannot be set, no group may read or write the file.
   *
   * @return whether the owner is the same
   */
  static boolean copy(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.exists(from)) {
      return true;
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
    boolean isOfOwner = true;
    if (!view.getOwner().equals(kept.owner())) {
      try {
        view.setOwner(kept.owner());
      } catch (IOException notAllowed) {
        isOfOwner = false;
      }
    }
    view.setPermissions(permissions);
    return isOfOwner;
  }

  /**
   * Requires that a file may be written, if it exists. A user who may do everything may write any
   * file, but did not mean to replace one that nobody may write.
   */
  static void requireWritable(Path file) throws IOException {
    if (Files.exists(file)
        && (!Files.isWritable(file)
            || (isPosix(file)
                && Sets.intersection(TO_WRITE, Files.getPosixFilePermissions(file)).isEmpty()))) {
      throw new FileSystemException(file.toString(), null, "no permission to write it");
    }
  }

  /** Returns whether a file is a named pipe, of which nobody knows whether another end is open. */
  static boolean isPipe(Path file) throws IOException {
    return Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(file, "unix:mode") & TYPE) == PIPE;
  }

  /** Returns whether a file gives any permission that another does not give. */
  public static boolean isWider(Path file, Path other) throws IOException {
    return isPosix(file)
        && !Files.getPosixFilePermissions(other).containsAll(Files.getPosixFilePermissions(file));
  }
}
