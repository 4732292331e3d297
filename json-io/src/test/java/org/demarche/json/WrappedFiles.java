package org.demarche.json;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The default file system, of which tests change something: all calls are passed on to it. */
class WrappedFiles extends FileSystemProvider {
  private static final FileSystem DEFAULT = FileSystems.getDefault();

  private final FileSystem system = new WrappedSystem();

  /** A path of this file system. */
  private interface WrappedPath {
    Path unwrapped();
  }

  /** Returns the same path in this file system. */
  Path path(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            WrappedFiles.class.getClassLoader(),
            new Class<?>[] {Path.class, WrappedPath.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "unwrapped" -> real;
                  case "getFileSystem" -> system;
                  case "iterator" -> wrapped(real.iterator());
                  default -> invoked(real, method, args == null ? new Object[0] : args.clone());
                });
  }

  private Object invoked(Path real, Method method, Object[] args) throws Throwable {
    for (int i = 0; i < args.length; i++) {
      args[i] = real(args[i]);
    }
    try {
      Object result = method.invoke(real, args);
      return result instanceof Path path ? path(path) : result;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static Object real(Object argument) {
    return argument instanceof WrappedPath wrapped ? wrapped.unwrapped() : argument;
  }

  /** Returns the path of the default file system. */
  static Path real(Path path) {
    return (Path) real((Object) path);
  }

  private Iterator<Path> wrapped(Iterator<Path> real) {
    List<Path> all = new ArrayList<>();
    real.forEachRemaining(path -> all.add(path(path)));
    return all.iterator();
  }

  private static FileSystemProvider provider() {
    return DEFAULT.provider();
  }

  /** Returns the channel that the library gets for one that was opened. */
  FileChannel opened(Path file, FileChannel channel) throws IOException {
    return channel;
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return opened(real(path), provider().newFileChannel(real(path), options, attributes));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> real =
        provider().newDirectoryStream(real(folder), path -> filter.accept(path(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return wrapped(real.iterator());
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }

  @Override
  public String getScheme() {
    return "wrapped";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    provider().createDirectory(real(folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    provider().createLink(real(link), real(existing));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return path(provider().readSymbolicLink(real(link)));
  }

  @Override
  public void delete(Path path) throws IOException {
    provider().delete(real(path));
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    provider().copy(real(from), real(to), options);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    provider().move(real(from), real(to), options);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return provider().isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return provider().isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return provider().getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    provider().checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return provider().getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return provider().readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return provider().readAttributes(real(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    provider().setAttribute(real(path), attribute, value, options);
  }

  /** Returns the names of the views of attributes. */
  Set<String> attributeViews() {
    return DEFAULT.supportedFileAttributeViews();
  }

  private final class WrappedSystem extends FileSystem {
    @Override
    public FileSystemProvider provider() {
      return WrappedFiles.this;
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public String getSeparator() {
      return DEFAULT.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return StreamSupport.stream(DEFAULT.getRootDirectories().spliterator(), false)
          .map(WrappedFiles.this::path)
          .toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return DEFAULT.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return attributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return path(DEFAULT.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
      PathMatcher matcher = DEFAULT.getPathMatcher(syntaxAndPattern);
      return path -> matcher.matches(real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return DEFAULT.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return DEFAULT.newWatchService();
    }
  }

  /** A channel that passes all calls on to another. */
  static class Channel extends FileChannel {
    final FileChannel to;

    Channel(FileChannel to) {
      this.to = to;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return to.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
      return to.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return to.read(into, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return to.write(from);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
      return to.write(from, offset, length);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
      return to.write(from, position);
    }

    @Override
    public long position() throws IOException {
      return to.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      to.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return to.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      to.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      to.force(metaData);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
        throws IOException {
      return to.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count)
        throws IOException {
      return to.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      return to.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
      return to.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return to.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      to.close();
    }
  }
}
