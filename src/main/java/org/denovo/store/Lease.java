package org.denovo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The right to run jobs on a registry, held by one process at a time. It ends with the process,
 * however that ends: the embedded database's lease is a lock of the operating system, a server's is
 * a lock of the connection.
 */
public final class Lease implements AutoCloseable {

  private static final String NAME = "run";

  private static final int LOOKS = 100;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  // The server's named locks are common to all its databases, so the name carries this one's.
  private static final String TAKE = "SELECT GET_LOCK(CONCAT('denovo.', DATABASE()), 0)";
  private static final String RELEASE = "SELECT RELEASE_LOCK(CONCAT('denovo.', DATABASE()))";

  /** Somebody else is at work. */
  public static final class Held extends Exception {

    private static final long serialVersionUID = 1L;

    private final String holder;

    Held(String holder) {
      super("the lease is held by " + holder);
      this.holder = holder;
    }

    /** Who: process, host and since when, as far as it is known. */
    public String holder() {
      return holder;
    }
  }

  private interface Release {
    void run() throws IOException, SQLException;
  }

  private final Release release;

  private Lease(Release release) {
    this.release = release;
  }

  /**
   * Takes the lease of an embedded database.
   *
   * @param folder the database's folder; made if it is not there
   * @param holder who takes it, to be told to others
   */
  public static Lease ofFolder(Path folder, String holder) throws Held {
    Path note = folder.resolve("denovo.lease.txt");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("denovo.lease"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new Held(holder(note));
      }
      try (FileChannel text =
          FileChannel.open(
              note,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        text.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      }
      return new Lease(
          () -> {
            Files.deleteIfExists(note);
            lock.release();
            channel.close();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who holds the folder; waits a moment for one who has the lock and has not signed yet. */
  private static String holder(Path note) throws IOException {
    for (int look = 0; look < LOOKS; look++) {
      try {
        String text = Files.readString(note).strip();
        if (!text.isEmpty()) {
          return text;
        }
      } catch (NoSuchFileException e) {
        // not signed yet, or just given back
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return "another process";
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this process
    }
  }

  /** Takes the lease of a MySQL or MariaDB server, on a connection of its own. */
  public static Lease ofServer(DataSource source, String holder) throws Held {
    try {
      Connection connection = source.getConnection();
      try {
        if (!getLock(connection)) {
          throw new Held(holder(connection));
        }
        try (PreparedStatement note =
            connection.prepareStatement(
                "INSERT INTO lease (name, holder) VALUES (?, ?) ON DUPLICATE KEY UPDATE holder ="
                    + " VALUES(holder)")) {
          note.setString(1, NAME);
          note.setString(2, holder);
          note.executeUpdate();
        }
        return new Lease(
            () -> {
              try (connection;
                  PreparedStatement free = connection.prepareStatement(RELEASE)) {
                free.execute();
              }
            });
      } catch (Held | SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the lease could not be asked for", e);
    }
  }

  private static boolean getLock(Connection connection) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(TAKE)) {
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next() && answer.getInt(1) == 1;
      }
    }
  }

  private static String holder(Connection connection) throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("SELECT holder FROM lease WHERE name = ?")) {
      ask.setString(1, NAME);
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next() ? answer.getString(1) : "another process";
      }
    }
  }

  @Override
  public void close() {
    try {
      release.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the lease could not be given back", e);
    }
  }
}
