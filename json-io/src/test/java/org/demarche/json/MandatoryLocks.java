package org.demarche.json;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashSet;
import java.util.Set;

/**
 * A file system as that of Windows: what one channel has locked, no other reads or writes; a file
 * that is open or mapped is neither replaced nor deleted; there are no keys of files, no
 * permissions of POSIX and no channels of folders.
 */
final class MandatoryLocks extends WrappedFiles {
  private record Region(Object key, FileChannel owner, long start, long size) {
    boolean overlaps(long from, long length) {
      return from < start + size && start < from + length;
    }
  }

  private final Set<Handle> open = new HashSet<>();
  private final Set<Region> locked = new HashSet<>();

  /** The keys of files that were mapped, and are until their buffers are collected. */
  private final Set<Object> mapped = new HashSet<>();

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (Files.isDirectory(path)) {
      throw new AccessDeniedException(path.toString());
    }
    if (attributes.length > 0) {
      throw new UnsupportedOperationException("'posix:permissions' not supported");
    }
    return super.newFileChannel(path, options, attributes);
  }

  @Override
  synchronized FileChannel opened(Path file, FileChannel channel) throws IOException {
    Handle handle = new Handle(key(file), channel);
    open.add(handle);
    return handle;
  }

  private synchronized void requireClosed(Path file) throws IOException {
    if (Files.exists(file)) {
      Object key = key(real(file));
      if (mapped.contains(key) || open.stream().anyMatch(handle -> handle.key.equals(key))) {
        throw new FileSystemException(file.toString(), null, "it is being used by another process");
      }
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    requireClosed(path);
    super.delete(path);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    requireClosed(from);
    requireClosed(to);
    super.move(from, to, options);
  }

  @Override
  Set<String> attributeViews() {
    return Set.of("basic", "owner", "dos", "acl");
  }

  @Override
  @SuppressWarnings("NullAway") // as the system answers
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == PosixFileAttributeView.class
        ? null
        : super.getFileAttributeView(path, type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type == PosixFileAttributes.class) {
      throw new UnsupportedOperationException();
    }
    A real = super.readAttributes(path, type, options);
    return type.cast(
        Proxy.newProxyInstance(
            MandatoryLocks.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              try {
                return method.getName().equals("fileKey") ? null : method.invoke(real, args);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }

  private final class Handle extends Channel {
    private final Object key;

    Handle(Object key, FileChannel to) {
      super(to);
      this.key = key;
    }

    private void requireUnlocked(long start, long size) throws IOException {
      synchronized (MandatoryLocks.this) {
        for (Region region : locked) {
          if (region.key.equals(key)
              && region.owner != this
              && size > 0
              && region.overlaps(start, size)) {
            throw new IOException("another process has locked a portion of the file");
          }
        }
      }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      requireUnlocked(position(), into.remaining());
      return to.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
      requireUnlocked(position(), Long.MAX_VALUE - position());
      return to.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      requireUnlocked(position, into.remaining());
      return to.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      requireUnlocked(position(), from.remaining());
      return to.write(from);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      requireUnlocked(position, from.remaining());
      return to.write(from, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      requireUnlocked(size, Long.MAX_VALUE - size);
      return super.truncate(size);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      requireUnlocked(position, size);
      synchronized (MandatoryLocks.this) {
        mapped.add(key);
      }
      return to.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException("the library tries");
    }

    @Override
    @SuppressWarnings("NullAway") // as the system answers
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      FileLock lock = to.tryLock(position, size, shared);
      if (lock == null) {
        return null;
      }
      Region region = new Region(key, this, position, size);
      synchronized (MandatoryLocks.this) {
        locked.add(region);
      }
      return new FileLock(this, position, size, shared) {
        @Override
        public boolean isValid() {
          return lock.isValid();
        }

        @Override
        public void release() throws IOException {
          synchronized (MandatoryLocks.this) {
            locked.remove(region);
          }
          lock.release();
        }
      };
    }

    @Override
    protected void implCloseChannel() throws IOException {
      synchronized (MandatoryLocks.this) {
        locked.removeIf(region -> region.owner == this);
        open.remove(this);
      }
      super.implCloseChannel();
    }
  }
}
